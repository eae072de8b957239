import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LinkedText } from './linked-text'
import { MixedText, TelephoneLink } from './text'

const render = (text: string) => renderToStaticMarkup(<LinkedText text={text} />)
const hrefs = (text: string) => [...render(text).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

describe('a text with addresses', () => {
  it.each([
    [
      'راجعوا https://example.org/ar/services، ثم اكتبوا إلى info@example.org.',
      ['https://example.org/ar/services', 'mailto:info@example.org'],
    ],
    ['(انظروا https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['لا رابط هنا: 5.2 و example', []],
    ['javascript:alert(1) و file:///etc/passwd و ftp://example.org', []],
  ])('%s', (text, expected) => {
    expect(hrefs(text)).toEqual(expected)
  })

  it('keeps every word of the text', () => {
    const text = 'قبل https://example.org/ar وبعد <b>'
    expect(render(text).replace(/<[^>]*>/g, '')).toBe('قبل https://example.org/ar وبعد &lt;b&gt;')
  })
})

it('links telephone numbers in a text only where it holds them', () => {
  const show = (hasTelephones: boolean) =>
    renderToStaticMarkup(<MixedText text="الجوال 050 123 4567" locale="ar" hasTelephones={hasTelephones} />)
  expect(show(true)).toContain('href="tel:+966501234567"')
  expect(show(false)).not.toContain('href')
})

it('calls the number as it is dialled and shows it as it was written', () => {
  expect(renderToStaticMarkup(<TelephoneLink number="+966 11 123 4567" />)).toContain('href="tel:+966111234567"')
})
