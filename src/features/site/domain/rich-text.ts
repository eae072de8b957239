import { hasVisibleText } from '@/platform/typed-text'

/** A node of rich text as the editor keeps it (Lexical's JSON). */
export interface RichTextNode {
  type: string
  version: number
  /** Empty but for words. */
  text: string
  children: RichTextNode[]
  [key: string]: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What a database holds may come from anywhere: what isn't a node is left out. */
function nodesIn(parent: unknown): RichTextNode[] {
  if (!isObject(parent) || !Array.isArray(parent.children)) return []
  return parent.children.filter(isObject).map((node) => ({
    ...node,
    type: String(node.type),
    version: 1,
    text: node.type === 'text' && typeof node.text === 'string' ? node.text : '',
    children: nodesIn(node),
  }))
}

/** Allowed link targets: pages of the site, the web, mail, telephone; never scripts. */
export function isLinkTarget(url: string): boolean {
  return /^(https:\/\/|http:\/\/|mailto:|tel:|#)/i.test(url) || /^\/(?![/\\])/.test(url)
}

/** Where a node leads to, or null where it may lead nowhere. */
export function linkTarget({ type, fields }: RichTextNode): string | null {
  if ((type !== 'link' && type !== 'autolink') || !isObject(fields) || typeof fields.url !== 'string') return null
  const url = fields.url.trim()
  return isLinkTarget(url) ? url : null
}

/** Whether anything of these nodes stands in a line: words, a line break or a link. */
const hasContent = (nodes: readonly RichTextNode[]): boolean =>
  nodes.some(
    (node) => node.text !== '' || node.type === 'linebreak' || linkTarget(node) !== null || hasContent(node.children),
  )

const blockTypes = new Set(['heading', 'paragraph', 'quote', 'list'])

const blocksOf = (nodes: readonly RichTextNode[]): RichTextNode[] =>
  nodes.flatMap((node) => {
    if (!blockTypes.has(node.type)) return blocksOf(node.children)
    return node.type === 'paragraph' && !hasContent(node.children) ? [] : [node]
  })

/** What a page shows of rich text, in order: no empty paragraph, and of an unknown block the blocks inside. */
export const richTextBlocks = (value: unknown): RichTextNode[] => (isObject(value) ? blocksOf(nodesIn(value.root)) : [])

const hasWordsIn = (nodes: readonly RichTextNode[]): boolean =>
  nodes.some(({ text, children }) => hasVisibleText(text) || hasWordsIn(children))

/** Whether there is anything to read. */
export const hasWords = (value: unknown): boolean => hasWordsIn(richTextBlocks(value))

/** A stretch of text under one second-level heading. The first may stand before any heading. */
export interface Chapter {
  heading: RichTextNode | null
  nodes: RichTextNode[]
}

/** h1 is the page's title, so that one in the text is a chapter's heading too. */
const opensChapter = ({ type, tag }: RichTextNode): boolean => type === 'heading' && (tag === 'h1' || tag === 'h2')

/** The text cut at its second-level headings. */
export function richTextChapters(value: unknown): Chapter[] {
  const chapters: Chapter[] = []
  for (const node of richTextBlocks(value)) {
    const last = chapters.at(-1)
    if (opensChapter(node)) chapters.push({ heading: node, nodes: [] })
    else if (last) last.nodes.push(node)
    else chapters.push({ heading: null, nodes: [node] })
  }
  return chapters
}

interface ListItem {
  content: RichTextNode[]
  lists: RichTextNode[]
}

/** Lexical keeps a nested list in an item of its own; HTML wants it inside the item before. */
export function listItems({ children }: RichTextNode): ListItem[] {
  const items: ListItem[] = []
  for (const item of children) {
    const lists = item.children.filter(({ type }) => type === 'list')
    const content = item.children.filter(({ type }) => type !== 'list')
    const last = items.at(-1)
    if (last && !hasContent(content)) last.lists.push(...lists)
    else items.push({ content, lists })
  }
  return items
}
