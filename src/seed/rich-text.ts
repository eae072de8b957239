/** Builds rich text as the editor keeps it (Lexical's JSON) from short lines of seed text. */

interface Node {
  type: string
  version: number
  [key: string]: unknown
}

const element = { version: 1, format: '' as const, indent: 0, direction: null }

const text = (words: string, isStrong = false): Node => ({
  type: 'text',
  version: 1,
  text: words,
  format: isStrong ? 1 : 0,
  detail: 0,
  mode: 'normal',
  style: '',
})

const link = (words: string, url: string): Node => ({
  ...element,
  type: 'link',
  version: 3,
  fields: { linkType: 'custom', url, newTab: false },
  children: [text(words)],
})

/** `**strong**` and `[words](address)`. */
function inline(line: string): Node[] {
  return line
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter(Boolean)
    .map((part) => {
      const linked = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)
      if (linked) return link(linked[1] ?? '', linked[2] ?? '')
      return part.startsWith('**') ? text(part.slice(2, -2), true) : text(part)
    })
}

export const h2 = (line: string): Node => ({ ...element, type: 'heading', tag: 'h2', children: inline(line) })

export const p = (line: string): Node => ({
  ...element,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children: inline(line),
})

export const quote = (line: string): Node => ({ ...element, type: 'quote', children: inline(line) })

export const ul = (...lines: string[]): Node => ({
  ...element,
  type: 'list',
  tag: 'ul',
  listType: 'bullet',
  start: 1,
  children: lines.map((line, index) => ({ ...element, type: 'listitem', value: index + 1, children: inline(line) })),
})

export const richText = (...children: Node[]) => ({
  root: { ...element, type: 'root', children },
})
