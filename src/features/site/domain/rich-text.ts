/** A node of rich text as the editor keeps it (Lexical's JSON). */
export interface RichTextNode {
  type: string
  version: number
  children?: RichTextNode[]
  [key: string]: unknown
}

/** Allowed link targets: pages of the site, the web, mail, telephone; never scripts. */
export function isLinkTarget(url: string): boolean {
  return /^(https:\/\/|http:\/\/|mailto:|tel:|#)/i.test(url) || /^\/(?![/\\])/.test(url)
}

/** A stretch of text under one second-level heading. The first may stand before any heading. */
export interface Chapter {
  heading: RichTextNode | null
  nodes: RichTextNode[]
}

/** h1 is the page's title, so that one in the text is a chapter's heading too. */
const opensChapter = ({ type, tag }: RichTextNode): boolean => type === 'heading' && (tag === 'h1' || tag === 'h2')

/** The text cut at its second-level headings. */
export function richTextChapters(nodes: readonly RichTextNode[]): Chapter[] {
  const chapters: Chapter[] = []
  for (const node of nodes) {
    const last = chapters.at(-1)
    if (opensChapter(node)) chapters.push({ heading: node, nodes: [] })
    else if (last) last.nodes.push(node)
    else chapters.push({ heading: null, nodes: [node] })
  }
  return chapters
}

/** Lexical keeps a nested list in an item of its own; HTML wants it inside the item before. */
export function listItems({ children = [] }: RichTextNode): RichTextNode[][] {
  const items: RichTextNode[][] = []
  for (const { children: parts = [] } of children) {
    const last = items.at(-1)
    if (last && parts.every(({ type }) => type === 'list')) last.push(...parts)
    else items.push(parts)
  }
  return items
}
