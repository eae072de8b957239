import { describe, expect, it } from 'vitest'
import { isLinkTarget, listItems, type RichTextNode, richTextChapters } from '@/features/site/domain/rich-text'

const text = (words: string): RichTextNode => ({ type: 'text', version: 1, text: words })
const node = (type: string, children: RichTextNode[], more: object = {}): RichTextNode => ({
  type,
  version: 1,
  children,
  ...more,
})
const paragraph = (words: string) => node('paragraph', [text(words)])
const heading = (tag: string, words: string) => node('heading', [text(words)], { tag })

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
  it('has a chapter for each heading of the first two levels, and one for what stands before', () => {
    const chapters = richTextChapters([
      paragraph('قبل'),
      heading('h2', 'فصل'),
      paragraph('نص'),
      heading('h3', 'فرع'),
      heading('h1', 'فصل آخر'),
    ])
    expect(chapters.map(({ heading, nodes }) => [heading?.tag ?? null, nodes.length])).toEqual([
      [null, 1],
      ['h2', 2],
      ['h1', 0],
    ])
  })

  it('has a nested list in the item before it', () => {
    const item = (...children: RichTextNode[]) => node('listitem', children)
    const inner = node('list', [item(text('ب'))])
    expect(listItems(node('list', [item(text('أ')), item(inner), item(text('ج'))]))).toEqual([
      [text('أ'), inner],
      [text('ج')],
    ])
    expect(listItems(node('list', [item(inner)]))).toEqual([[inner]])
  })
})
