import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { missingFacts } from '@/features/site/domain/missing-facts'
import type { Page, User } from '@/payload-types'
import { env } from '@/platform/env'
import { logger } from '@/platform/logger'
import { readRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { pageTexts } from '@/seed/page-texts'
import { h2, p, richText } from '@/seed/rich-text'
import { renewPage, seedSite } from '@/seed/site'
import { empty } from '../setup/empty'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let editor: User
let officer: User

const asEditor = () => ({ overrideAccess: false, user: { ...editor, collection: 'users' as const } })
const asOfficer = () => ({ overrideAccess: false, user: { ...officer, collection: 'users' as const } })
const asVisitor = { overrideAccess: false } as const

async function person(role: User['roles'][number]): Promise<User> {
  return payload.create({
    collection: 'users',
    data: { name: role, email: `${role}@example.test`, password: 'a long enough password 1', roles: [role] },
    ...asSystem('test-setup'),
  })
}

let missingAtFirst: ReturnType<typeof missingFacts>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  editor = await person('editor')
  officer = await person('case-officer')
  const [ar, en] = await Promise.all(
    (['ar', 'en'] as const).map((locale) => payload.findGlobal({ slug: 'association', locale, ...asVisitor })),
  )
  missingAtFirst = missingFacts({ ar: ar ?? {}, en: en ?? {} })
})
afterAll(() => stop())

describe('the association', () => {
  it('starts with nothing said, and everything is listed as missing', () => {
    expect(missingAtFirst.map(({ fact }) => fact)).toContain('phone')
    expect(missingAtFirst).toHaveLength(13)
    expect(nonEmpty(missingAtFirst).every(({ languages }) => languages.length === 2)).toBe(true)
  })

  it('raises the revision when an editor changes it', async () => {
    const before = await readRevision(payload)
    await payload.updateGlobal({
      slug: 'association',
      locale: 'ar',
      data: { description: 'تعريف قصير.', responseTargets: { question: 5 } },
      ...asEditor(),
    })
    expect(await readRevision(payload)).toBeGreaterThan(before)
    const said = await payload.findGlobal({ slug: 'association', locale: 'ar', ...asVisitor })
    expect(said.description).toBe('تعريف قصير.')
    expect(said.responseTargets?.question).toBe(5)
  })

  it('refuses a change by someone who is not an editor', async () => {
    await expect(
      payload.updateGlobal({ slug: 'association', locale: 'ar', data: { phone: '0112345678' }, ...asOfficer() }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it.each([
    { error: 'a telephone that is none', data: { phone: 'call us' } },
    { error: 'an account that is a script', data: { socialAccounts: [{ label: 'X', url: 'javascript:alert(1)' }] } },
    { error: 'a target of no days', data: { responseTargets: { question: 0 } } },
    { error: 'a target of part of a day', data: { responseTargets: { question: 2.5 } } },
  ])('refuses $error', async ({ data }) => {
    await expect(
      payload.updateGlobal({ slug: 'association', locale: 'ar', data, ...asEditor() }),
    ).rejects.toMatchObject({ name: 'ValidationError' })
  })
})

describe('the menus', () => {
  it('takes a page of the site without a label and refuses a link without an address', async () => {
    await payload.updateGlobal({
      slug: 'navigation',
      locale: 'ar',
      data: { header: [{ page: 'services' }] },
      ...asEditor(),
    })
    await expect(
      payload.updateGlobal({
        slug: 'navigation',
        locale: 'ar',
        data: { header: [{ page: 'custom', label: 'رابط' }] },
        ...asEditor(),
      }),
    ).rejects.toMatchObject({ name: 'ValidationError' })
    const stored = await payload.findGlobal({ slug: 'navigation', locale: 'ar', ...asVisitor })
    expect(stored.header?.map(({ page }) => page)).toEqual(['services'])
  })
})

describe('pages', () => {
  const ar = { title: 'عن الجمعية', body: richText(h2('هدفنا'), p('نص.')) }
  const en = { title: 'About us', body: richText(h2('Our aim'), p('Text.')) }
  const draftOf = (slug: Page['slug']) =>
    payload.create({ collection: 'pages', locale: 'ar', draft: true, data: { slug, ...ar }, ...asEditor() })
  const publish = (id: string) =>
    payload.update({ collection: 'pages', id, locale: 'en', data: { ...en, _status: 'published' }, ...asEditor() })

  beforeEach(() => empty(payload, 'pages'))

  it('refuses to publish in one language only', async () => {
    await expect(
      payload.create({
        collection: 'pages',
        locale: 'ar',
        data: { slug: 'about', ...ar, _status: 'published' },
        ...asEditor(),
      }),
    ).rejects.toMatchObject({ name: 'ValidationError' })
  })

  it('keeps a draft from visitors and shows it once both languages are published', async () => {
    const draft = await draftOf('about')
    const seen = () =>
      payload.find({ collection: 'pages', where: { slug: { equals: 'about' } }, locale: 'en', limit: 1, ...asVisitor })
    expect((await seen()).docs).toHaveLength(0)
    const before = await readRevision(payload)
    await publish(draft.id)
    expect((await seen()).docs[0]).toMatchObject({ title: 'About us' })
    expect(await readRevision(payload)).toBeGreaterThan(before)
    const saved = await payload.findByID({ collection: 'pages', id: draft.id, depth: 0, ...asEditor() })
    expect(saved.updatedBy).toBe(editor.id)
  })

  it('refuses to publish a page whose text was emptied', async () => {
    const { id } = await draftOf('about')
    await publish(id)
    await expect(
      payload.update({
        collection: 'pages',
        id,
        locale: 'ar',
        data: { body: richText(), _status: 'published' },
        ...asEditor(),
      }),
    ).rejects.toMatchObject({ name: 'ValidationError' })
  })

  it('can be removed by nobody', async () => {
    const { id } = await draftOf('about')
    await expect(payload.delete({ collection: 'pages', id, ...asEditor() })).rejects.toMatchObject({ status: 403 })
  })

  it('seeds what is missing and leaves what an editor wrote', async () => {
    await publish((await draftOf('about')).id)
    await seedSite(payload)
    await seedSite(payload)
    const { docs, totalDocs } = await payload.find({
      collection: 'pages',
      locale: 'ar',
      limit: 10,
      sort: 'slug',
      ...asVisitor,
    })
    expect(totalDocs).toBe(3)
    expect(docs.map(({ slug }) => slug)).toEqual(['about', 'accessibility', 'privacy'])
    expect(docs[0]?.body).toMatchObject({ root: { children: [{ type: 'heading' }, { type: 'paragraph' }] } })
    const said = await payload.findGlobal({ slug: 'association', locale: 'en', ...asVisitor })
    expect(said.name).toBe('The Creative Mom Association')
  })

  it('renews the privacy notice where nobody has changed it, and only there', async () => {
    const notice = async (locale: 'ar' | 'en') =>
      (
        await payload.find({
          collection: 'pages',
          where: { slug: { equals: 'privacy' } },
          locale,
          limit: 1,
          ...asVisitor,
        })
      ).docs[0]
    const write = async (data: Partial<Page>, as: ReturnType<typeof asEditor> | ReturnType<typeof asSystem>) =>
      payload.update({
        collection: 'pages',
        id: (await notice('ar'))?.id ?? '',
        locale: 'ar',
        data: { ...data, _status: 'published' },
        ...as,
      })
    await seedSite(payload)
    // What changed may be the text alone.
    await write({ body: pageTexts.about.ar.body }, asSystem('test-setup'))
    await renewPage(payload, 'privacy')
    expect((await notice('ar'))?.body).toEqual(pageTexts.privacy.ar.body)

    await write({ lead: 'تمهيد قديم' }, asSystem('test-setup'))
    await renewPage(payload, 'privacy')
    expect((await notice('ar'))?.lead).toBe(pageTexts.privacy.ar.lead)
    expect((await notice('en'))?.lead).toBe(pageTexts.privacy.en.lead)

    await write({ lead: 'تمهيد من المحرر' }, asEditor())
    vi.spyOn(logger, 'warn').mockImplementation(() => undefined)
    await renewPage(payload, 'privacy')
    expect((await notice('ar'))?.lead).toBe('تمهيد من المحرر')
    expect(logger.warn).toHaveBeenCalledOnce()
  })
})

describe('public files', () => {
  const file = (name: string, data: Buffer, mimetype = 'application/octet-stream') => ({
    name,
    data,
    mimetype,
    size: data.length,
  })
  const upload = (given: ReturnType<typeof file>, data: { alt?: { ar?: string; en?: string } } = {}) =>
    payload.create({ collection: 'media', data, file: given, ...asEditor() })
  const picture = (format: 'png' | 'jpeg') =>
    sharp({ create: { width: 40, height: 20, channels: 3, background: '#6a1b57' } })
      .withExif({ IFD0: { Copyright: 'hidden words' } })
      [format]()
      .toBuffer()
  const alt = { ar: 'مستطيل', en: 'A rectangle' }

  beforeEach(() => empty(payload, 'media'))

  it.each([
    ['an SVG', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'image/svg+xml'],
    ['an SVG that calls itself text', 'a.txt', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'text/plain'],
    ['HTML that calls itself text', 'a.txt', Buffer.from('  <!doctype html><p>'), 'text/plain'],
    ['HTML that calls itself a picture', 'a.png', Buffer.from('<html><script>1</script>'), 'image/png'],
    ['a program', 'a.pdf', Buffer.from('MZ\u0000\u0001'), 'application/pdf'],
    ['bytes that are no text', 'a.txt', Buffer.from([0xff, 0xfe, 0xfd, 0x00]), 'text/plain'],
    ['an empty file', 'a.txt', Buffer.alloc(0), 'text/plain'],
  ])('refuses %s', async (_, name, data, mimetype) => {
    await expect(upload(file(name, data, mimetype), { alt })).rejects.toMatchObject({ status: 400 })
    expect((await payload.count({ collection: 'media', ...asEditor() })).totalDocs).toBe(0)
  })

  it('refuses a picture named as a document', async () => {
    await expect(upload(file('a.pdf', await picture('png'), 'application/pdf'), { alt })).rejects.toMatchObject({
      status: 400,
    })
  })

  it('refuses a picture that is described in one language only', async () => {
    await expect(
      upload(file('a.png', await picture('png'), 'image/png'), { alt: { ar: 'مستطيل' } }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
    })
  })

  it('encodes a picture again, under a name that nobody chose', async () => {
    const stored = await upload(file('../my child.jpeg', await picture('jpeg'), 'image/jpeg'), { alt })
    expect(stored.filename).toMatch(/^[\w-]{16}\.webp$/)
    expect(stored.mimeType).toBe('image/webp')
    expect(stored.originalName).toBe('my child.jpeg')
    expect(stored.address).toBe(`/media/${stored.filename}`)
    const bytes = path.join(env().dataDir, 'media', stored.filename ?? '')
    expect(existsSync(bytes)).toBe(true)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  })

  it('takes plain text as it is and removes the file with its record', async () => {
    const before = await readRevision(payload)
    const stored = await upload(file('policy.txt', Buffer.from('نص السياسة\n'), 'text/plain'))
    expect(stored.filename).toMatch(/^[\w-]{16}\.txt$/)
    await payload.delete({ collection: 'media', id: stored.id, ...asEditor() })
    expect(readdirSync(path.join(env().dataDir, 'media'))).not.toContain(stored.filename)
    expect(await readRevision(payload)).toBeGreaterThan(before)
  })

  it('refuses an upload by someone who is not an editor', async () => {
    await expect(
      payload.create({
        collection: 'media',
        data: {},
        file: file('a.txt', Buffer.from('x'), 'text/plain'),
        ...asOfficer(),
      }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
