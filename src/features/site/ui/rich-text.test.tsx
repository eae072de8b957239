import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichTextSections } from '@/features/site/ui/rich-text'
import type { Page } from '@/payload-types'

const text = (words: string, format = 0) => ({ type: 'text', version: 1, text: words, format })
const node = (type: string, children: unknown[], more: object = {}) => ({ type, version: 1, children, ...more })
const paragraph = (...children: unknown[]) => node('paragraph', children)
const link = (url: string) => node('link', [text('رابط')], { fields: { url } })

/** What stands in the one chapter of these nodes. */
function shown(...children: unknown[]): string {
  const value = { root: node('root', children) } as unknown as Page['body']
  const html = renderToStaticMarkup(<RichTextSections value={value} locale="ar" />)
  return html.replace(/^<div class="prose pb-12">(.*)<\/div>$/s, '$1')
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

  it.each([[null], [undefined]])('is nothing for %j', (value) => {
    expect(renderToStaticMarkup(<RichTextSections value={value} locale="ar" />)).toBe('')
  })
})
