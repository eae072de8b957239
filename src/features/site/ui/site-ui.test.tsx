import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { emptyAssociation } from '@/features/site/domain/association'
import type { Navigation } from '@/features/site/domain/pages'
import { ChannelFacts, hasChannelFacts } from '@/features/site/ui/channel-facts'
import { PageShell } from '@/features/site/ui/page-shell'
import { RichTextSections } from '@/features/site/ui/rich-text'
import { messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'
import { h2, p, quote, richText, ul } from '@/seed/rich-text'

const render = (locale: Locale, node: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Asia/Riyadh">
      {node}
    </NextIntlClientProvider>,
  )

const association = emptyAssociation('جمعية الأم المبدعة', 'الأم المبدعة')
const item = { key: 'policies', href: '/ar/policies', label: 'السياسات', path: '/policies' }
const navigation: Navigation = { header: [item], footHelp: [], footAssociation: [], footSite: [] }
const shell = (said: Partial<typeof association> = {}) =>
  render(
    'ar',
    <PageShell locale="ar" path="/policies" association={{ ...association, ...said }} navigation={navigation}>
      <h1>عنوان</h1>
    </PageShell>,
  )

describe('the frame of a page', () => {
  it('marks the current page and leads to the same page in the other language', () => {
    const html = shell()
    expect(html).toContain('<a href="/ar/policies" aria-current="page">')
    expect(html).toContain('href="/en/policies" lang="en" dir="ltr"')
    expect(html).toMatch(/^<a class="skip" href="#main">/)
    expect(html.match(/<main/g)).toHaveLength(1)
  })

  it('shows no fact that the association has not said', () => {
    const html = shell()
    expect(html).not.toMatch(/tel:|mailto:|رقم التسجيل|undefined|null/)
  })

  it('shows what it has said, telephone ready to call', () => {
    const html = shell({ phone: '+966 11 000 0000', email: 'info@example.org' })
    expect(html).toContain('href="tel:+966110000000"')
    expect(html).toContain('<span lang="en" dir="ltr">info@example.org</span>')
  })

  it('reads a telephone number in an Arabic sentence from its beginning', () => {
    const said = association.channels.map((fact) =>
      fact.channel === 'telephone' ? { ...fact, details: 'على الرقم +966 11 000 0000' } : fact,
    )
    const html = render('ar', <ChannelFacts association={{ ...association, channels: said }} locale="ar" />)
    expect(html).toContain('على الرقم <a href="tel:+966110000000"><bdi class="num" dir="ltr">+966 11 000 0000</bdi>')
  })

  it('has neither inline styles nor scripts', () => {
    expect(shell()).not.toMatch(/ style=|<script/)
  })

  it('has unique ids', () => {
    const ids = [...shell().matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the channels', () => {
  it('shows a channel only once something is said of it; the site itself is always one', () => {
    expect(render('ar', <ChannelFacts association={association} locale="ar" />).match(/<dt>/g)).toHaveLength(1)
    const said = association.channels.map((fact) => (fact.channel === 'letter' ? { ...fact, details: 'ص.ب 1' } : fact))
    const html = render('ar', <ChannelFacts association={{ ...association, channels: said }} locale="ar" />)
    expect(html).toContain('الخطابات الرسمية')
    expect(html).not.toContain('وسائل التواصل')
  })
})

describe('running text', () => {
  it('makes sections of its headings, keeps links in the reader’s language and marks Latin runs', () => {
    const value = richText(
      h2('عنوان'),
      p('نص فيه WCAG 2.2 و[رابط](/privacy) و[خارجي](https://example.org).'),
      quote('قول'),
      ul('**بند**'),
    )
    const html = render('ar', <RichTextSections value={value} locale="ar" />)
    expect(html).toContain('<h2 id="chapter-1">عنوان</h2>')
    expect(html).toContain('<span lang="en" dir="ltr">WCAG 2.2</span>')
    expect(html).toContain('<a href="/ar/privacy">')
    expect(html).toContain('<a href="https://example.org" rel="noopener noreferrer">')
    expect(html).toContain('<li><strong>بند</strong></li>')
    expect(html).not.toMatch(/ style=/)
  })
})

it.each([
  ['nothing', null, null, false],
  ['details of a channel', 'الرياض', null, true],
  ['hours alone', null, 'الأحد إلى الخميس', true],
])('tells whether there are other channels to show: %s', (_, details, hours, expected) => {
  const channels = association.channels.map((fact) =>
    fact.channel === 'interview' ? { ...fact, details, hours } : fact,
  )
  expect(hasChannelFacts({ ...association, channels })).toBe(expected)
})
