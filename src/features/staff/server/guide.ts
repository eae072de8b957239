import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { lexer, type Token, type Tokens } from 'marked'
import type { Locale } from '@/i18n/routing'

/** A run of text, as far as a guide needs it. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; inside: Inline[] }
  | { kind: 'code'; text: string }

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id: string }
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'note'; inside: Block[] }
  | { kind: 'list'; isOrdered: boolean; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'picture'; name: string; alt: string }

/** A picture beside the size that keeps its place while it loads, in CSS pixels. */
export interface PictureSize {
  width: number
  height: number
}

const folder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'docs')
const pictureName = /^(ar|en)-[a-z-]+\.png$/
const picturePath = /^images\/editors\/((?:ar|en)-[a-z-]+\.png)$/

const unknown = (token: Token): never => {
  throw new Error(`the staff's guide can't show "${token.type}": ${token.raw.slice(0, 80)}`)
}

function inlineOf(tokens: readonly Token[] = []): Inline[] {
  return tokens.map((token): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { kind: 'text', text: token.text }
      case 'strong':
        return { kind: 'strong', inside: inlineOf(token.tokens) }
      case 'codespan':
        return { kind: 'code', text: token.text }
      default:
        return unknown(token)
    }
  })
}

function pictureOf(token: Token): Block | null {
  const [only, ...more] = (token as Tokens.Paragraph).tokens ?? []
  if (only?.type !== 'image' || more.length > 0) return null
  const name = picturePath.exec(only.href)?.[1]
  return name ? { kind: 'picture', name, alt: only.text } : unknown(only)
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap((token, index): Block[] => {
    switch (token.type) {
      case 'space':
        return []
      case 'heading':
        return [{ kind: 'heading', level: token.depth, text: token.text, id: `part-${index}` }]
      case 'paragraph':
        return [pictureOf(token) ?? { kind: 'paragraph', inside: inlineOf(token.tokens) }]
      case 'text':
        return [{ kind: 'paragraph', inside: inlineOf(token.tokens) }]
      case 'blockquote':
        return [{ kind: 'note', inside: blocksOf(token.tokens ?? []) }]
      case 'list':
        return [
          {
            kind: 'list',
            isOrdered: token.ordered,
            items: (token as Tokens.List).items.map((item) => blocksOf(item.tokens)),
          },
        ]
      case 'table': {
        const { header, rows } = token as Tokens.Table
        const cells = (row: Tokens.TableCell[]) => row.map((cell) => inlineOf(cell.tokens))
        return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }]
      }
      default:
        return unknown(token)
    }
  })
}

/**
 * The guide's Markdown as what its page shows.
 * @throws on whatever the page can't show, so that a test finds it and no reader does
 */
export const parseGuide = (markdown: string): Block[] => blocksOf(lexer(markdown))

/** The staff's guide in one language, from `docs/EDITORS.<locale>.md`. */
export async function readGuide(locale: Locale): Promise<Block[]> {
  return parseGuide(await readFile(path.join(folder(), `EDITORS.${locale}.md`), 'utf8'))
}

/** The bytes of one of its pictures (PNG), or null where there is none of this name. */
export async function readGuidePicture(name: string): Promise<Buffer | null> {
  if (!pictureName.test(name)) return null
  return await readFile(path.join(folder(), 'images/editors', name)).catch(() => null)
}

/** Read from the head of a PNG (its IHDR chunk: big-endian width and height from byte 16). */
export const sizeOfPng = (png: Buffer): PictureSize => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) })
