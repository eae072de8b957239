import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition, Service } from '@/payload-types'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { seedServices } from '@/seed/services'
import { seedSurveys } from '@/seed/surveys'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let edition: Edition
let service: Service

const test = asSystem('test-setup')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest } = await signInAll(payload))
  await seedPolicies(payload)
  await seedServices(payload)
  await seedSurveys(payload)
  const only = { locale: 'ar', depth: 0, limit: 1, ...test } as const
  const editions = await payload.find({ collection: 'editions', ...only })
  const services = await payload.find({ collection: 'services', ...only })
  if (!editions.docs[0] || !services.docs[0]) throw new Error('The seeds left no edition or no service.')
  edition = editions.docs[0]
  service = services.docs[0]
})
afterAll(() => stop())

let number = 100
const newEdition = (changed: object) => {
  number += 1
  return { policy: edition.policy, number, sections: [{ kind: 'goal', clauses: [{ text: 'نص' }] }], ...changed }
}
let count = 0
const newService = (changed: object) => {
  count += 1
  const { need, summary, audiences, action } = service
  return { title: 'خدمة', slug: `new-${count}`, need, summary, audiences, action, order: 1, ...changed }
}

/** What was said beside which field. */
const errors = ({ status, body }: Awaited<ReturnType<Rest>>) => {
  const [error] = (body.errors ?? []) as { data?: { errors?: { path: string; message: string }[] } }[]
  return { status, fields: error?.data?.errors?.map(({ path, message }) => `${path}: ${message}`) ?? body.errors }
}

const counts = async () => ({
  editions: (await payload.count({ collection: 'editions', ...test })).totalDocs,
  versions: (await payload.countVersions({ collection: 'editions', ...test })).totalDocs,
  services: (await payload.count({ collection: 'services', ...test })).totalDocs,
})

const taken = 'The id of this row is already used elsewhere. Left out, the row is given a new one.'
const missing = 'What was chosen here no longer exists.'

describe('a value that must be the only one', () => {
  it.each(['en', 'ar'] as const)('is refused beside its field, in the reader’s language (%s)', async (language) => {
    const answer = await rest(
      'administrator',
      'POST',
      '/services?locale=ar',
      newService({ slug: service.slug }),
      language,
    )
    const words =
      language === 'ar' ? 'هذه القيمة مستعملة، ولا بد من قيمة أخرى.' : expect.stringMatching(/^slug: .*(unique|other)/i)
    expect(errors(answer)).toEqual({ status: 400, fields: [language === 'ar' ? `slug: ${words}` : words] })
  })

  it('of two fields together is refused beside the one that tells documents apart', async () => {
    const answer = await rest('editor', 'POST', '/editions?locale=ar', newEdition({ number: edition.number }))
    expect(errors(answer)).toEqual({
      status: 400,
      fields: ['number: This value is already used with the same value of: Policy.'],
    })
  })
})

// MongoDB keeps rows inside their document, and asks of no reference whether it leads anywhere.
describe.runIf(process.env.TEST_DATABASE_KIND === 'sqlite')('on SQLite', () => {
  it.each([
    ['another document', () => newEdition({ sections: edition.sections }), 'sections.0'],
    [
      'this document',
      () =>
        newEdition({
          sections: ['one', 'two'].map((text) => ({ id: 'twice', kind: 'goal', clauses: [{ text }] })),
        }),
      'sections.1',
    ],
    [
      'a row within a row',
      () =>
        newEdition({
          sections: [
            { kind: 'goal', clauses: [{ text: 'نص' }, { id: edition.sections?.[0]?.clauses?.[0]?.id, text: 'نص' }] },
          ],
        }),
      'sections.0.clauses.1',
    ],
  ])('a row with the id of a row of %s is refused by its place', async (_of, data, path) => {
    const before = await counts()
    const answer = await rest('editor', 'POST', '/editions?locale=ar', data())
    expect(answer.status).toBe(400)
    const { fields } = errors(answer)
    expect(fields).toContain(`${path}: ${taken}`)
    expect(await counts()).toEqual(before)
  })

  it('is said in Arabic to whoever reads Arabic, with the name of the list', async () => {
    const { status, body } = await rest(
      'editor',
      'POST',
      '/editions?locale=ar',
      newEdition({ sections: edition.sections }),
      'ar',
    )
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('معرّف هذا الصف مستعمل في مكان آخر.')
    expect(JSON.stringify(body)).not.toContain('sections_id')
  })

  it('a document saved again with its own rows and one of another is refused by that row alone', async () => {
    const made = await rest('editor', 'POST', '/editions?locale=ar&draft=true', newEdition({}))
    const { id, sections } = made.body.doc as Edition
    const answer = await rest('editor', 'PATCH', `/editions/${id}?locale=ar&draft=false`, {
      sections: [...(sections ?? []), { id: edition.sections?.[0]?.id, kind: 'goal', clauses: [{ text: 'نص' }] }],
    })
    expect(errors(answer)).toEqual({ status: 400, fields: [`sections.1: ${taken}`] })
  })

  it.each([
    ['editions', 'editions', () => newEdition({ attachedFile: 'nobody' }), ['attachedFile']],
    ['editions as a draft', 'editions?draft=true', () => newEdition({ policy: 'nobody' }), ['policy']],
    ['services', 'services', () => newService({ department: 'nobody' }), ['department']],
    [
      'services, in a list',
      'services',
      () =>
        newService({
          clauses: [
            { policy: edition.policy, anchor: 'goal-1' },
            { policy: 'nobody', anchor: 'goal-2' },
          ],
        }),
      ['clauses.1.policy'],
    ],
    ['departments', 'departments', () => ({ name: 'قسم', slug: 'department', lead: 'nobody' }), ['lead']],
    [
      'users',
      'users',
      () => ({
        name: 'هند',
        email: 'new@example.org',
        password: 'four words to remember',
        roles: ['editor'],
        department: 'nobody',
      }),
      ['department'],
    ],
  ])('a reference of %s that leads nowhere is refused beside its field', async (_what, address, data, paths) => {
    const before = await counts()
    const answer = await rest(
      'administrator',
      'POST',
      `/${address}${address.includes('?') ? '&' : '?'}locale=ar`,
      data(),
    )
    expect(errors(answer)).toEqual({ status: 400, fields: paths.map((path) => `${path}: ${missing}`) })
    expect(await counts()).toEqual(before)
  })

  it('a reference that leads nowhere is refused in a change too, and nothing of the change is kept', async () => {
    const answer = await rest('administrator', 'PATCH', `/services/${service.id}?locale=ar`, {
      department: 'nobody',
      title: 'عنوان آخر',
    })
    expect(errors(answer)).toEqual({ status: 400, fields: [`department: ${missing}`] })
    const kept = await payload.findByID({ collection: 'services', id: service.id, locale: 'ar', depth: 0, ...test })
    expect(kept.title).toBe(service.title)
    expect(kept.steps).toEqual(service.steps)
  })

  it('somebody on whom a record depends is not deleted, and the answer names the records', async () => {
    const { id: by } = await payload.create({
      collection: 'users',
      data: { name: 'هند', email: 'traced@example.org', password: 'four words to remember', roles: ['auditor'] },
      ...test,
    })
    const [survey] = (await payload.find({ collection: 'surveys', limit: 1, depth: 0, ...test })).docs
    await payload.db.create({
      collection: 'survey-disclosures',
      data: { survey: survey?.id, by, reason: 'سبب', at: new Date().toISOString() },
    })
    for (const path of [`/users/${by}`, `/users?where[id][equals]=${by}`]) {
      const { status, body } = await rest('administrator', 'DELETE', path)
      expect([path, status]).toEqual([path, 409])
      expect(JSON.stringify(body)).toContain('This can’t be deleted: entries in “')
    }
    expect((await payload.findByID({ collection: 'users', id: by, ...test })).roles).toEqual(['auditor'])
  })
})

it('what is asked or sent beyond every limit is the fault of the request', async () => {
  const many = Array.from({ length: 1500 }, (_, index) => `where[and][${index}][title][equals]=a`).join('&')
  const { status } = await rest('administrator', 'GET', `/services?${many}`)
  // MongoDB has no such limit.
  expect(status).toBe(env().databaseKind === 'sqlite' ? 400 : 200)
})
