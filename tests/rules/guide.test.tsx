import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { GuideMarkdown } from '@/features/staff/panel/guide-markdown'
import { pictureSizes, readGuide } from '@/features/staff/server/guide'
import type { Locale } from '@/i18n/routing'
import { nonEmpty } from '../setup/non-empty'

const pictures = 'docs/images/editors'
const MAX_BYTES = 120_000

const show = (markdown: string) => renderToStaticMarkup(<GuideMarkdown markdown={markdown} sizes={new Map()} />)

async function shown(locale: Locale): Promise<string> {
  const guide = await readGuide(locale)
  const sizes = await pictureSizes(guide)
  return renderToStaticMarkup(
    <>
      <GuideMarkdown markdown={guide.opening} sizes={sizes} />
      {guide.chapters.map(({ id, markdown }) => (
        <GuideMarkdown key={id} id={id} markdown={markdown} sizes={sizes} />
      ))}
    </>,
  )
}

/** A guide's skeleton: what must be alike in both languages. */
const shapeOf = (html: string) =>
  [...html.matchAll(/<(h\d|p|ol|ul|li|table|tr|div|img)\b(?: src="\/admin-files\/guide\/(?:ar|en)-([^"]+))?/g)].map(
    ([, tag, picture]) => [tag, picture].filter(Boolean).join(' '),
  )

describe('the staff’s guide', () => {
  it('has the same parts and pictures in both languages', async () => {
    const shape = shapeOf(await shown('en'))
    expect(shape).toEqual(shapeOf(await shown('ar')))
    expect(shape.filter((part) => part === 'h2').length).toBeGreaterThan(5)
  })

  it.each(['ar', 'en'] as const)('shows pictures that exist, are small, and are described: %s', async (locale) => {
    const images = [
      ...(await shown(locale)).matchAll(/<img src="\/admin-files\/guide\/([^"]+)" alt="([^"]*)"([^>]*)>/g),
    ]
    const names = images.map(([, name = '']) => name)
    expect(nonEmpty(names).filter((name) => !name.startsWith(`${locale}-`))).toEqual([])
    expect(nonEmpty(names).filter((name) => !existsSync(`${pictures}/${name}`))).toEqual([])
    expect(nonEmpty(names).filter((name) => statSync(`${pictures}/${name}`).size > MAX_BYTES)).toEqual([])
    expect(nonEmpty(images).filter(([, , alt, size = '']) => !alt || !/ width="\d+" height="\d+"/.test(size))).toEqual(
      [],
    )
    expect(
      nonEmpty(readdirSync(pictures)).filter((name) => name.startsWith(`${locale}-`) && !names.includes(name)),
    ).toEqual([])
  })

  it('leads to each of its chapters', async () => {
    const html = await shown('ar')
    for (const { id, title } of nonEmpty((await readGuide('ar')).chapters))
      expect(html).toContain(`<h2 id="${id}">${title}</h2>`)
  })

  it('refuses a picture from elsewhere and markup that its page can’t show', () => {
    expect(() => show('![x](https://example.org/x.png)')).toThrow('picture')
    expect(() => show('[x](javascript:alert(1))')).toThrow('<a>')
    expect(() => show('# x\n\n---\n')).toThrow('<hr>')
  })

  it.each(['<script>alert(1)</script>', 'نص <b>غليظ</b>', 'نص <!-- تعليق --> بعده', '<!-- تعليق -->', '- <br>'])(
    'refuses HTML, which would be shown as it is written: %s',
    (markdown) => expect(() => show(markdown)).toThrow('HTML'),
  )

  it.each(['[عنوان]: https://example.org', '> [^1]: حاشية'])('refuses what would be shown nowhere: %s', (markdown) => {
    expect(() => show(markdown)).toThrow(/definition/i)
  })

  it('shows a picture without a paragraph', () => {
    expect(show('نص\n\n![صورة](images/editors/ar-day.png)')).toBe(
      '<p>نص</p>\n<img src="/admin-files/guide/ar-day.png" alt="صورة" loading="lazy"/>',
    )
  })

  it.each([
    'كلام PICTURE بعده',
    'PICTURE PICTURE',
    '**PICTURE**',
    '- PICTURE',
    '## PICTURE',
    '| PICTURE |\n| --- |\n| x |',
  ])('refuses a picture that does not stand alone: %s', (markdown) => {
    const picture = '![صورة](images/editors/ar-day.png)'
    expect(() => show(markdown.replaceAll('PICTURE', picture))).toThrow('alone')
  })

  it('is in the image that production runs', async () => {
    expect(await readFile('Dockerfile', 'utf8')).toMatch(/^COPY --from=build .*\/app\/docs \.\/docs$/m)
  })
})
