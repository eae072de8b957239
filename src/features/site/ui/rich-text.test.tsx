import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichTextSections } from '@/features/site/ui/rich-text'

const text = (words: string, format = 0) => ({ type: 'text', version: 1, text: words, format })
const node = (type: string, children: unknown[], more: object = {}) => ({ type, version: 1, children, ...more })
const paragraph = (...children: unknown[]) => node('paragraph', children)
const link = (url: string) => node('link', [text('رابط')], { fields: { url } })

const htmlOf = (value: unknown) => renderToStaticMarkup(<RichTextSections value={value} locale="ar" />)

const START = '<div class="prose pb-12">'

/** What stands before any heading, which must be all there is. */
function shown(...children: unknown[]): string {
  const html = htmlOf({ root: node('root', children) })
  expect(html.startsWith(START) && html.endsWith('</div>') && html.indexOf('<div', 1) === -1).toBe(true)
  return html.slice(START.length, -'</div>'.length)
}

describe('rich text on a page', () => {
  it('keeps the words of a link that may not be followed, without the link', () => {
    expect(shown(paragraph(link('javascript:alert(1)')))).toBe('<p>رابط</p>')
  })

  it('says of links that lead away that they tell nobody where from', () => {
    expect(shown(paragraph(link('https://example.org'), link('/contact')))).toBe(
      '<p><a href="https://example.org" rel="noopener noreferrer">رابط</a><a href="/ar/contact">رابط</a></p>',
    )
  })

  it('has no heading above the third level in a chapter, and knows bold from other formats', () => {
    const heading = node('heading', [text('رابع', 1), text('مائل', 2), text('كلاهما', 3)], { tag: 'h4' })
    expect(shown(paragraph(text('أول')), heading)).toBe(
      '<p>أول</p><h3><strong>رابع</strong>مائل<strong>كلاهما</strong></h3>',
    )
  })

  it('has lists in their items', () => {
    const item = (...children: unknown[]) => node('listitem', children)
    const inner = node('list', [item(text('ب'))], { listType: 'number' })
    expect(shown(node('list', [item(text('أ')), item(inner)], { listType: 'bullet' }))).toBe(
      '<ul class="dots"><li>أ<ol><li>ب</li></ol></li></ul>',
    )
  })

  it('takes neither alignment nor indentation, which would be styles', () => {
    expect(shown(node('paragraph', [text('كلام')], { format: 'center', indent: 2 }))).toBe('<p>كلام</p>')
  })

  it('keeps the words inside what it does not know', () => {
    expect(shown(node('callout', [paragraph(text('كلام'), node('linebreak', []), text('بعده'))]))).toBe(
      '<p>كلام<br/>بعده</p>',
    )
  })

  it('has no empty paragraph', () => {
    expect(shown(paragraph(text('قبل')), paragraph(), paragraph(text('')), paragraph(text('بعد')))).toBe(
      '<p>قبل</p><p>بعد</p>',
    )
  })

  it.each([
    ['an empty paragraph', paragraph()],
    ['a paragraph with nothing in it', paragraph(text(''), node('mention', []))],
    ['a block that is not known', node('upload', [])],
    ['null', null],
  ])('leaves no gap for %s at its beginning, and chapters keep their addresses', (_what, first) => {
    const chapters = [node('heading', [text('فصل')], { tag: 'h2' }), paragraph(text('نص'))]
    const html = htmlOf({ root: node('root', [first, ...chapters]) })
    expect(html).toBe(htmlOf({ root: node('root', chapters) }))
    expect(html).toContain('id="chapter-1">فصل</h2>')
    expect(html).not.toContain(START)
  })

  it('keeps the words inside a node named as what every object has', () => {
    for (const type of ['constructor', 'toString', '__proto__']) {
      expect(shown(node(type, [paragraph(node(type, [text('كلام')]))]))).toBe('<p>كلام</p>')
    }
  })

  it('shows what is sound beside what is not', () => {
    const link = node('link', [null, text('رابط')], { fields: null })
    expect(shown(null, 'x', paragraph(null, text('كلام'), link), node('list', [null, { type: 'listitem' }]))).toBe(
      '<p>كلامرابط</p><ul class="dots"><li></li></ul>',
    )
  })

  it('has text alone inside of lines', () => {
    const inner = node('list', [node('listitem', [text('بند')])])
    expect(shown(node('quote', [paragraph(text('قول'))]), paragraph(inner))).toBe(
      '<blockquote><p>قول</p></blockquote><p>بند</p>',
    )
  })

  it.each([[null], [undefined], [{}], [{ root: {} }], [{ root: null }], [{ root: node('root', [paragraph()]) }]])(
    'is nothing for %j',
    (value) => expect(htmlOf(value)).toBe(''),
  )
})
