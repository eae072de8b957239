import { describe, expect, it } from 'vitest'
import { isLinkTarget, isRichTextEmpty, richTextBlocks, richTextChapters } from '@/features/site/domain/rich-text'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const root = (...children: unknown[]) => ({ root: { type: 'root', children } })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const link = (url: string) => ({ type: 'link', fields: { url }, children: [text('رابط')] })

describe('link targets', () => {
  it.each([
    'https://example.org/a',
    'http://example.org',
    'mailto:a@example.org',
    'tel:+966110000000',
    '/privacy',
    '#top',
  ])('accepts %s', (url) => expect(isLinkTarget(url)).toBe(true))
  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', 'privacy', '', ' https:'])(
    'refuses %s',
    (url) => expect(isLinkTarget(url)).toBe(false),
  )
})

describe('rich text', () => {
  it('keeps the words of a link that may not be followed, without the link', () => {
    expect(richTextBlocks(root(paragraph(link('javascript:alert(1)'))))).toEqual([
      { kind: 'paragraph', content: [{ kind: 'text', text: 'رابط', isStrong: false }] },
    ])
  })

  it('marks links that lead away', () => {
    const [block] = richTextBlocks(root(paragraph(link('https://example.org'), link('/contact'))))
    expect(block?.kind === 'paragraph' && block.content.map((part) => part.kind === 'link' && part.isExternal)).toEqual(
      [true, false],
    )
  })

  it('never makes a first-level heading and knows bold from other formats', () => {
    const value = root(
      { type: 'heading', tag: 'h1', children: [text('أول')] },
      { type: 'heading', tag: 'h4', children: [text('رابع', 1), text('مائل', 2)] },
    )
    expect(richTextBlocks(value)).toEqual([
      { kind: 'heading', level: 2, content: [{ kind: 'text', text: 'أول', isStrong: false }] },
      {
        kind: 'heading',
        level: 3,
        content: [
          { kind: 'text', text: 'رابع', isStrong: true },
          { kind: 'text', text: 'مائل', isStrong: false },
        ],
      },
    ])
  })

  it('puts a nested list into the item before it', () => {
    const item = (...children: unknown[]) => ({ type: 'listitem', children })
    const list = (...children: unknown[]) => ({ type: 'list', listType: 'bullet', children })
    const [block] = richTextBlocks(root(list(item(text('أ')), item(list(item(text('ب')))))))
    expect(block).toMatchObject({ kind: 'list', items: [{ lists: [{ kind: 'list', items: [{ lists: [] }] }] }] })
    expect(block?.kind === 'list' && block.items).toHaveLength(1)
  })

  it('keeps the words inside what it does not know', () => {
    expect(richTextBlocks(root({ type: 'callout', children: [paragraph(text('كلام'))] }))).toHaveLength(1)
  })

  it.each([[null], [undefined], ['text'], [{}], [root()], [root(paragraph())], [root(paragraph(text('')))]])(
    'is empty for %j',
    (value) => expect(isRichTextEmpty(value)).toBe(true),
  )

  it('cuts the text at its second-level headings and keeps what stands before the first', () => {
    const chapters = richTextChapters(
      root(
        paragraph(text('قبل')),
        { type: 'heading', tag: 'h2', children: [text('فصل')] },
        paragraph(text('نص')),
        { type: 'heading', tag: 'h3', children: [text('فرع')] },
        { type: 'heading', tag: 'h2', children: [text('فصل آخر')] },
      ),
    )
    expect(chapters.map(({ heading, blocks }) => [heading === null, blocks.length])).toEqual([
      [true, 1],
      [false, 2],
      [false, 0],
    ])
  })
})
