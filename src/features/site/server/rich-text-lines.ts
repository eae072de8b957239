import { convertLexicalToPlaintext, type PlaintextConverters } from '@payloadcms/richtext-lexical/plaintext'
import { richTextBlocks } from '@/features/site/domain/rich-text'

/**
 * A quotation begins a line; the library would join it to what stands before. Looked up by a node's type, whatever
 * that is: without a prototype it finds no `constructor`.
 */
const converters: PlaintextConverters = Object.assign(Object.create(null), {
  linebreak: ' ',
  quote: ({ node, nodesToPlaintext }) => `\n${nodesToPlaintext({ nodes: node.children }).join('')}`,
} satisfies PlaintextConverters)

/** The words of rich text, a line for each heading, paragraph, quotation and list item. */
export function richTextLines(body: unknown): string[] {
  const root = {
    type: 'root',
    version: 1,
    children: richTextBlocks(body),
    direction: null,
    format: '',
    indent: 0,
  } as const
  return convertLexicalToPlaintext({ data: { root }, converters }).split('\n').filter(Boolean)
}
