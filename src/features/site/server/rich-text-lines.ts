import { convertLexicalToPlaintext, type PlaintextConverters } from '@payloadcms/richtext-lexical/plaintext'
import type { Page } from '@/payload-types'

/** A quotation begins a line; the library would join it to what stands before. */
const converters: PlaintextConverters = {
  linebreak: ' ',
  quote: ({ node, nodesToPlaintext }) => `\n${nodesToPlaintext({ nodes: node.children }).join('')}`,
}

/** The words of rich text, a line for each heading, paragraph, quotation and list item. */
export const richTextLines = (body: Page['body']): string[] =>
  body ? convertLexicalToPlaintext({ data: body, converters }).split('\n').filter(Boolean) : []
