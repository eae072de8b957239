/**
 * Rich text as the editor keeps it (Lexical's JSON), reduced to what the site shows. Whatever the
 * site doesn't know is left out, its words are kept.
 */
export type Inline =
  | { kind: 'text'; text: string; isStrong: boolean }
  | { kind: 'break' }
  | { kind: 'link'; url: string; isExternal: boolean; content: Inline[] }

export type Block =
  | { kind: 'heading'; level: 2 | 3; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'quote'; content: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: { content: Inline[]; lists: Block[] }[] }

interface Node {
  type?: unknown
  children?: unknown
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? node.children.filter(isNode) : [])

const BOLD = 1

/** Addresses a page may lead to: pages of the site, the web, mail, telephone. Never scripts. */
export function isLinkTarget(url: string): boolean {
  return /^(https:\/\/|http:\/\/|mailto:|tel:|#)/i.test(url) || /^\/(?![/\\])/.test(url)
}

function inlineOf(node: Node): Inline[] {
  if (node.type === 'text' && typeof node.text === 'string') {
    const format = typeof node.format === 'number' ? node.format : 0
    return node.text ? [{ kind: 'text', text: node.text, isStrong: (format & BOLD) !== 0 }] : []
  }
  if (node.type === 'linebreak') return [{ kind: 'break' }]
  const content = childrenOf(node).flatMap(inlineOf)
  if (node.type === 'link' || node.type === 'autolink') {
    const fields = isNode(node.fields) ? node.fields : {}
    const url = typeof fields.url === 'string' ? fields.url.trim() : ''
    if (isLinkTarget(url)) return [{ kind: 'link', url, isExternal: /^https?:/i.test(url), content }]
  }
  return content
}

function blockOf(node: Node): Block[] {
  const content = () => childrenOf(node).flatMap(inlineOf)
  switch (node.type) {
    case 'heading':
      // h1 is the page's title.
      return [{ kind: 'heading', level: node.tag === 'h2' || node.tag === 'h1' ? 2 : 3, content: content() }]
    case 'paragraph': {
      const paragraph = content()
      return paragraph.length > 0 ? [{ kind: 'paragraph', content: paragraph }] : []
    }
    case 'quote':
      return [{ kind: 'quote', content: content() }]
    case 'list':
      return [listOf(node)]
    default:
      return childrenOf(node).flatMap(blockOf)
  }
}

function listOf(node: Node): Block {
  const items: { content: Inline[]; lists: Block[] }[] = []
  for (const item of childrenOf(node)) {
    const parts = childrenOf(item)
    const lists = parts.filter((part) => part.type === 'list').map(listOf)
    const content = parts.filter((part) => part.type !== 'list').flatMap(inlineOf)
    const last = items.at(-1)
    // Lexical keeps a nested list in an item of its own; HTML wants it inside the item before.
    if (content.length === 0 && last) last.lists.push(...lists)
    else items.push({ content, lists })
  }
  return { kind: 'list', isOrdered: node.listType === 'number', items }
}

/** The blocks of a rich text field, or none when it is empty or not rich text. */
export function richTextBlocks(value: unknown): Block[] {
  return isNode(value) && isNode(value.root) ? childrenOf(value.root).flatMap(blockOf) : []
}

/** Whether there is anything to read. */
export const isRichTextEmpty = (value: unknown): boolean => richTextBlocks(value).length === 0

/** A stretch of text under one second-level heading. The first may stand before any heading. */
export interface Chapter {
  heading: Inline[] | null
  blocks: Block[]
}

/** The text cut at its second-level headings. */
export function richTextChapters(value: unknown): Chapter[] {
  const chapters: Chapter[] = []
  for (const block of richTextBlocks(value)) {
    if (block.kind === 'heading' && block.level === 2) chapters.push({ heading: block.content, blocks: [] })
    else {
      const last = chapters.at(-1) ?? { heading: null, blocks: [] }
      if (chapters.length === 0) chapters.push(last)
      last.blocks.push(block)
    }
  }
  return chapters
}
