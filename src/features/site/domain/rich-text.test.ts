import { describe, expect, it } from 'vitest'
import {
  hasWords,
  isLinkTarget,
  listItems,
  type RichTextNode,
  richTextBlocks,
  richTextChapters,
} from '@/features/site/domain/rich-text'

const text = (words: string) => ({ type: 'text', text: words })
const node = (type: string, children: unknown[], more: object = {}) => ({ type, children, ...more })
const root = (...children: unknown[]) => ({ root: node('root', children) })
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

/** A node and what is inside it, as `type(inside)`, words as they are. */
const outline = ({ type, text: words, children }: RichTextNode): string =>
  type === 'text' ? words : `${type}(${children.map(outline).join(' ')})`

describe('rich text', () => {
  it('has a chapter for each heading of the first two levels, and one for what stands before', () => {
    const value = root(
      paragraph('قبل'),
      heading('h2', 'فصل'),
      paragraph('نص'),
      heading('h3', 'فرع'),
      heading('h1', 'فصل آخر'),
    )
    expect(richTextChapters(value).map(({ heading, nodes }) => [heading?.tag ?? null, nodes.length])).toEqual([
      [null, 1],
      ['h2', 2],
      ['h1', 0],
    ])
  })

  it.each([
    ['an empty paragraph', node('paragraph', [])],
    [
      'a paragraph without words',
      node('paragraph', [text(''), node('link', [text('')], { fields: { url: 'javascript:' } })]),
    ],
    ['a block that is not known', node('upload', [], { value: { id: 1 } })],
    ['an empty container', node('callout', [node('paragraph', [])])],
    ['words outside of any block', text('كلام')],
    ['null', null],
    ['a number', 7],
  ])('counts no chapter before the first heading for %s', (_what, first) => {
    expect(richTextChapters(root(first, heading('h2', 'فصل'))).map(({ heading }) => heading?.tag)).toEqual(['h2'])
  })

  it('takes a block that is not known for the blocks inside it', () => {
    const value = root(node('constructor', [heading('h2', 'فصل'), node('block', [paragraph('نص')], { fields: null })]))
    expect(richTextBlocks(value).map(outline)).toEqual(['heading(فصل)', 'paragraph(نص)'])
  })

  it.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [{}],
    [{ root: null }],
    [{ root: {} }],
    [{ root: { children: 'x' } }],
    [root(null, 1, [])],
  ])('is nothing for %j', (value) => {
    expect(richTextBlocks(value)).toEqual([])
    expect(richTextChapters(value)).toEqual([])
    expect(hasWords(value)).toBe(false)
  })

  it.each<[boolean, string, unknown]>([
    [true, 'words', root(paragraph('كلام'))],
    [true, 'a heading', root(heading('h2', 'عنوان'))],
    [true, 'an item of a list', root(node('list', [node('listitem', [text('بند')])]))],
    [true, 'words of a link', root(node('paragraph', [node('link', [text('رابط')], { fields: null })]))],
    [false, 'blanks', root(paragraph('  \u00a0\u200b'))],
    [false, 'line breaks', root(node('paragraph', [node('linebreak', []), node('linebreak', [])]))],
    [false, 'an empty heading', root(heading('h2', ''), heading('h3', ' '))],
    [false, 'an empty list', root(node('list', [node('listitem', [])]))],
  ])('says %s whether there is anything to read in %s', (isThere, _what, value) => {
    expect(hasWords(value)).toBe(isThere)
  })

  it('has a nested list in the item before it', () => {
    const item = (...children: unknown[]) => node('listitem', children)
    const inner = node('list', [item(text('ب'))])
    const itemsOf = (...items: unknown[]) =>
      richTextBlocks(root(node('list', items)))
        .flatMap(listItems)
        .map(({ content, lists }) => [content.map(outline).join(), lists.map(outline).join()])
    expect(itemsOf(item(text('أ')), item(inner), item(text('')), item(text('ج')))).toEqual([
      ['أ', 'list(listitem(ب))'],
      ['ج', ''],
    ])
    expect(itemsOf(item(inner))).toEqual([['', 'list(listitem(ب))']])
    expect(itemsOf(item(inner, text('أ')))).toEqual([['أ', 'list(listitem(ب))']])
  })
})
