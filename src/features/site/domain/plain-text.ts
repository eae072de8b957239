import { type Block, type Inline, richTextBlocks } from '@/features/site/domain/rich-text'

/** The words of rich text, a string for each heading, paragraph and list item. */
export function plainText(value: unknown): string[] {
  return richTextBlocks(value).flatMap(textsOf)
}

function textsOf(block: Block): string[] {
  if (block.kind !== 'list') return [inlineText(block.content)]
  return block.items.flatMap((item) => [inlineText(item.content), ...item.lists.flatMap(textsOf)])
}

const inlineText = (content: readonly Inline[]): string =>
  content
    .map((inline) =>
      inline.kind === 'text' ? inline.text : inline.kind === 'break' ? ' ' : inlineText(inline.content),
    )
    .join('')
