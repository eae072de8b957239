import type { FlattenedField, Payload } from 'payload'
import { ValidationError } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanData, defaultLengths } from '@/payload/typed-data'
import type { Service, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { StaffBrowser } from '../factories/staff-browser'
import { freshAddress } from '../factories/staff-tests'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

const test = asSystem('test-setup')

let payload: Payload
let stop: () => Promise<void>
let administrator: User

const password = '\u200ffour words\u00a0to remember'

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const data = { name: 'مديرة', email: 'admin@example.org', password, roles: ['administrator'] as const }
  const user = await payload.create({ collection: 'users', data: { ...data, roles: [...data.roles] }, ...test })
  administrator = { ...user, collection: 'users' }
}, 60_000)
afterAll(() => stop())

/** As a member of staff, by the rules of access. */
const asStaff = () => ({ overrideAccess: false, user: administrator }) as const

function* textFields(fields: readonly FlattenedField[], before = ''): Generator<[path: string, field: FlattenedField]> {
  for (const field of fields) {
    const path = `${before}${field.name}`
    if (field.type === 'text' || field.type === 'textarea' || field.type === 'email' || field.type === 'richText') {
      yield [path, field]
    }
    if ('flattenedFields' in field) yield* textFields(field.flattenedFields, `${path}.`)
  }
}

const everything = () =>
  [...payload.config.collections, ...payload.config.globals].filter(({ slug }) => !slug.startsWith('payload-'))

/** What Payload itself writes, never a person: files, keys of a session. */
const ownFields = new Set(['filename', 'mimeType', 'url', 'thumbnailURL', 'resetPasswordToken', 'salt', 'hash', 'id'])

describe('every text field of every collection and global', () => {
  it('has a length', () => {
    const endless = everything().flatMap(({ slug, flattenedFields }) =>
      [...textFields(flattenedFields)].flatMap(([path, field]) => {
        const isBounded =
          field.type === 'email' || field.type === 'richText' || ('maxLength' in field && field.maxLength)
        return isBounded || ownFields.has(path.split('.').at(-1) ?? '') ? [] : [`${slug}: ${path}`]
      }),
    )
    expect(endless).toEqual([])
  })

  it('is read as typed text, wherever it lies', () => {
    const typed = '\u200fقيمة\u200b\u00a0أخرى\ufeff'
    const root = { root: { children: [{ children: [{ text: ` ${typed} ` }] }] } }
    /** A document in which every text holds the same. */
    const filled = (fields: readonly FlattenedField[]): Record<string, unknown> =>
      Object.fromEntries(
        fields.map((field) => {
          if (field.type === 'array') return [field.name, [filled(field.flattenedFields)]]
          if (field.type === 'group' || field.type === 'tab') return [field.name, filled(field.flattenedFields)]
          return [field.name, field.type === 'richText' ? root : typed]
        }),
      )
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value
          ? Object.values(value).flatMap(texts)
          : []
    for (const { slug, flattenedFields } of nonEmpty(everything())) {
      const count = [...textFields(flattenedFields)].filter(([, { custom }]) => custom?.isTyped !== false).length
      const { data } = cleanData(flattenedFields, filled(flattenedFields))
      const clean = texts(data).filter((text) => !/[\u200b\u200f\ufeff]/.test(text))
      expect([slug, clean.length]).toEqual([slug, count])
    }
  })
})

describe('what is saved', () => {
  const service = (more: Partial<Service>) =>
    ({
      slug: 'answers',
      order: 1,
      title: 'خدمة',
      need: 'أريد خدمة',
      summary: 'خلاصة',
      audiences: ['beneficiaries'],
      action: { kind: 'ask', label: 'طرح سؤال' },
      _status: 'published',
      ...more,
    }) as Service

  it('is what was meant, in every part of a document and in both languages at once', async () => {
    const created = await payload.create({
      collection: 'services',
      locale: 'ar',
      data: service({
        title: '\u200fمقابلة\u00a0 الموظف\u200b\n',
        summary: '\ufeffسطر\r\nوآخر\u0000 ',
        steps: [{ title: ' أولًا\u2060 ', detail: 're\u0301sume\u0301' }],
      }),
      ...asStaff(),
    })
    expect(created).toMatchObject({
      title: 'مقابلة الموظف',
      summary: 'سطر\nوآخر',
      steps: [{ title: 'أولًا', detail: 'résumé' }],
    })
    const page = await payload.create({
      collection: 'pages',
      locale: 'ar',
      draft: true,
      data: {
        slug: 'about',
        title: 'عن\u200b الجمعية',
        body: richText([' قبل\u200f ', 'وبعد\u00ad ']),
        _status: 'draft',
      } as never,
      ...asStaff(),
    })
    expect(page.title).toBe('عن الجمعية')
    expect(JSON.stringify(page.body)).toContain('" قبل "')
    expect(JSON.stringify(page.body)).toContain('"وبعد "')
    const association = await payload.updateGlobal({
      slug: 'association',
      locale: 'all' as never,
      data: { name: { ar: '\u200fجمعية\u200b', en: ' Association\u00a0' } as never },
      ...asStaff(),
    })
    expect(association.name).toEqual({ ar: 'جمعية', en: 'Association' })
  })

  it('holds something to see where something is needed', async () => {
    const attempt = payload.create({
      collection: 'services',
      locale: 'ar',
      data: service({ slug: 'unseen', title: '\u200f\u3164', need: '\u2800' }),
      ...asStaff(),
    })
    await expect(attempt).rejects.toMatchObject({
      status: 400,
      data: { errors: [{ path: 'title' }, { path: 'need' }] },
    })
  })

  it('is no longer than its field, a draft too, and it is said by the field’s name', async () => {
    const error = await payload
      .create({
        collection: 'services',
        locale: 'ar',
        draft: true,
        data: service({ slug: 'long', title: 'ن'.repeat(121), _status: 'draft' }),
        ...asStaff(),
      })
      .catch((failure: unknown) => failure)
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({ status: 400, data: { errors: [{ path: 'title' }] } })
    expect((error as Error).message).toContain('اسم الخدمة')
    const page = payload.create({
      collection: 'pages',
      locale: 'ar',
      draft: true,
      data: { slug: 'privacy', title: 'الخصوصية', body: richText(['ن'.repeat(defaultLengths.richText + 1)]) } as never,
      ...asStaff(),
    })
    await expect(page).rejects.toMatchObject({ status: 400, data: { errors: [{ path: 'body' }] } })
  })

  it('leaves an anonymous client without a word about fields', async () => {
    const attempt = payload.create({
      collection: 'services',
      data: service({ slug: 'stranger', title: 'ن'.repeat(1000) }),
      overrideAccess: false,
    })
    await expect(attempt).rejects.toMatchObject({ status: 403 })
  })
})

describe('e-mail addresses of staff and of the association', () => {
  it.each([
    ['نورة@example.org', /لاتينية/],
    ['a@example.org b@example.org', /أكثر من بريد/],
    ['person@example', /غير مكتمل/],
  ])('%s is refused with its cause', async (email, words) => {
    const attempt = payload.create({
      collection: 'departments',
      locale: 'ar',
      data: { name: 'قسم', slug: 'refused', email },
      ...asStaff(),
    })
    await expect(attempt).rejects.toMatchObject({
      data: { errors: [{ path: 'email', message: expect.stringMatching(words) }] },
    })
  })

  it('are stored as mail servers know them, and sign in by either of their writings', async () => {
    const user = await payload.create({
      collection: 'users',
      data: { name: 'سارة', email: '\u200fSara@مثال.السعودية\u200b', password, roles: ['editor'] },
      ...asStaff(),
    })
    expect(user.email).toBe('sara@xn--mgbh0fb.xn--mgberp4a5d4ar')
    for (const email of ['sara@مثال.السعودية', '\u200eSARA@xn--mgbh0fb.xn--mgberp4a5d4ar\u00a0']) {
      const browser = new StaffBrowser(payload, freshAddress())
      expect([email, (await browser.signIn(email, password)).status]).toEqual([email, 200])
      expect(await browser.whoAmI()).toBe(user.email)
    }
  })

  it('sign in although marks were copied with them, and with the password', async () => {
    const email = '\u200fadmin@example.org\u200b'
    const browser = new StaffBrowser(payload, freshAddress())
    expect((await browser.signIn(email, 'four words to remembr')).status).toBe(401)
    for (const typed of [password, 'four words to remember']) {
      expect((await browser.signIn(email, typed)).status).toBe(200)
      expect(await browser.whoAmI()).toBe(administrator.email)
    }
  })
})

describe('a telephone number of the association', () => {
  it.each([
    ['٩٢٠٠ ١٢٣٤٥', '9200 12345'],
    ['\u200e+966 11 234 5678', '+966 11 234 5678'],
    ['800 124 4444', '800 124 4444'],
  ])('%s is taken', async (phone, stored) => {
    const { phone: kept } = await payload.updateGlobal({ slug: 'association', data: { phone }, ...asStaff() })
    expect(kept).toBe(stored)
  })

  it.each([
    ['0112345678 / 0551234567', /رقمان/],
    ['9200 1234', /ناقص/],
    ['رقمنا الموحد', /بالأرقام/],
  ])('%s is refused with its cause', async (phone, words) => {
    const attempt = payload.updateGlobal({ slug: 'association', data: { phone }, ...asStaff() })
    await expect(attempt).rejects.toMatchObject({
      data: { errors: [{ path: 'phone', message: expect.stringMatching(words) }] },
    })
  })
})

/** A rich text of these runs, as the panel's editor writes it. */
function richText(runs: readonly string[]) {
  const node = { version: 1, format: '' as const, indent: 0, direction: 'rtl' as const }
  return {
    root: {
      type: 'root',
      ...node,
      children: [
        {
          type: 'paragraph',
          ...node,
          children: runs.map((text) => ({
            type: 'text',
            text,
            version: 1,
            detail: 0,
            format: 0,
            mode: 'normal',
            style: '',
          })),
        },
      ],
    },
  }
}
