import { stat } from 'node:fs/promises'
import { handleEndpoints, type Payload, type TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inForceJob } from '@/features/policies/cms/in-force-job'
import type { Edition, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { typedDay } from '@/platform/calendar'
import { readRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { editionSeed, policySeed, sectionsSeed } from '@/seed/policy-texts'
import { sessionOf } from '../factories/staff'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let people: Record<Role, TypedUser>
let policyId: string
let approved: Edition

const test = asSystem('test-setup')

async function person(role: Role): Promise<TypedUser> {
  const user: User = await payload.create({
    collection: 'users',
    data: { name: role, email: `${role}@policies.example`, password: 'a long password of a test', roles: [role] },
    ...test,
  })
  return { ...user, collection: 'users' }
}

/** What somebody may do: with access control, as that person. */
const as = (role: Role, language: 'ar' | 'en' = 'en') => ({
  overrideAccess: false,
  user: people[role],
  req: { i18n: { language, t: String } as never, t: String as never },
})

const sections = [
  { kind: 'goal' as const, heading: 'الهدف', clauses: [{ text: 'نص الهدف' }] },
  { kind: 'dealing' as const, clauses: [{ text: 'نص أول' }, { text: 'نص ثان' }] },
]

/** A draft edition of the seeded policy, as an editor would write it. */
const draftEdition = (data: Record<string, unknown> = {}) =>
  payload.create({
    collection: 'editions',
    draft: true,
    locale: 'ar',
    data: { policy: policyId, sections, ...data },
    ...as('editor'),
  })

const read = () =>
  payload.findByID({ collection: 'editions', id: approved.id, depth: 0, locale: 'all' as 'ar', ...test })

/** The refusal itself, with what it says. */
const refusal = async (attempt: Promise<unknown>): Promise<{ status?: number; message: string; data?: unknown }> => {
  try {
    await attempt
  } catch (error) {
    return error as Error & { status?: number }
  }
  return expect.fail('It was allowed.')
}

const errorsOf = async (attempt: Promise<unknown>) => {
  const { data } = (await refusal(attempt)) as { data?: { errors?: { path: string; message: string }[] } }
  return data?.errors ?? []
}

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const roles = ['administrator', 'editor', 'approver', 'case-officer', 'department-lead', 'auditor'] as const
  const made = await Promise.all(roles.map(async (role) => [role, await person(role)] as const))
  people = Object.fromEntries(made) as Record<Role, TypedUser>
  await seedPolicies(payload)
  const { docs } = await payload.find({ collection: 'policies', limit: 1, depth: 0, ...test })
  policyId = docs[0]?.id ?? ''
  const editions = await payload.find({ collection: 'editions', limit: 1, depth: 0, ...test })
  approved = editions.docs[0] as Edition
})
afterAll(() => stop())

describe('the seeded policy', () => {
  it('is there once, however often it is seeded', async () => {
    await seedPolicies(payload)
    expect((await payload.count({ collection: 'policies', ...test })).totalDocs).toBe(1)
    expect((await payload.count({ collection: 'editions', ...test })).totalDocs).toBe(1)
  })

  it('has the approved text word for word in both languages, as every visitor can read it', async () => {
    for (const locale of ['ar', 'en'] as const) {
      const edition = await payload.findByID({ collection: 'editions', id: approved.id, locale, overrideAccess: false })
      expect(edition.sections?.map(({ heading }) => heading ?? null)).toEqual(
        sectionsSeed.map(({ heading }) => heading?.[locale] ?? null),
      )
      expect(edition.sections?.map(({ clauses }) => clauses?.map(({ text }) => text))).toEqual(
        sectionsSeed.map(({ clauses }) => clauses.map((clause) => clause[locale])),
      )
    }
  })

  it('has the stable address of each clause', () => {
    const anchors = approved.sections?.flatMap(({ clauses }) => clauses?.map(({ anchor }) => anchor))
    expect(anchors).toEqual([
      ...['preamble-1', 'preamble-2', 'goal-1'],
      ...['objective-1', 'objective-2', 'objective-3', 'objective-4', 'objective-5'],
      ...['practice-1', 'practice-2', 'practice-3', 'practice-4'],
      ...['channel-1', 'channel-2', 'channel-3', 'channel-4', 'channel-5'],
      ...['dealing-1', 'dealing-2', 'dealing-3', 'dealing-4', 'dealing-5'],
      ...['approval-1', 'resolution-1'],
    ])
    const known = [...(anchors ?? []), ...(approved.sections ?? []).map(({ anchor }) => anchor)]
    for (const { anchor } of nonEmpty([...editionSeed.errata, ...policySeed.brief])) expect(known).toContain(anchor)
  })

  it('is approved on the day that the document names, and in force from it', () => {
    expect(approved).toMatchObject({
      _status: 'published',
      number: 1,
      effectiveFrom: '2021-02-25T12:00:00.000Z',
      decision: {
        meetingDate: '2021-02-25T12:00:00.000Z',
        hijri: '13/7/1442',
        gregorian: '25/2/2021',
        weekday: 'thursday',
      },
    })
  })
})

describe('an approved edition', () => {
  const change = { changeNote: 'تغيير' }
  const entryPoints: [string, () => Promise<unknown>][] = [
    [
      'saving by an administrator',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, ...as('administrator') }),
    ],
    [
      'saving by an approver',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, ...as('approver') }),
    ],
    [
      'saving a draft over it',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, draft: true, ...as('editor') }),
    ],
    [
      'unpublishing',
      () =>
        payload.update({ collection: 'editions', id: approved.id, data: { _status: 'draft' }, ...as('administrator') }),
    ],
    [
      'a bulk update',
      () =>
        payload.update({
          collection: 'editions',
          where: { number: { equals: 1 } },
          data: change,
          ...as('administrator'),
        }),
    ],
    [
      'the Local API without access control',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, overrideAccess: true }),
    ],
    [
      'a system reason that is not for repairing editions',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, ...asSystem('job') }),
    ],
    [
      'deleting by an administrator',
      () => payload.delete({ collection: 'editions', id: approved.id, ...as('administrator') }),
    ],
    [
      'deleting in bulk',
      () => payload.delete({ collection: 'editions', where: { number: { equals: 1 } }, ...as('administrator') }),
    ],
    [
      'deleting through the Local API without access control',
      () => payload.delete({ collection: 'editions', id: approved.id, overrideAccess: true }),
    ],
    [
      'restoring an older version',
      async () => {
        const { docs } = await payload.findVersions({
          collection: 'editions',
          where: { parent: { equals: approved.id } },
          sort: 'updatedAt',
          limit: 1,
          ...test,
        })
        return payload.restoreVersion({ collection: 'editions', id: docs[0]?.id ?? '', ...as('administrator') })
      },
    ],
    [
      'restoring an older version without access control',
      async () => {
        const { docs } = await payload.findVersions({
          collection: 'editions',
          where: { parent: { equals: approved.id } },
          sort: 'updatedAt',
          limit: 1,
          ...test,
        })
        return payload.restoreVersion({ collection: 'editions', id: docs[0]?.id ?? '', overrideAccess: true })
      },
    ],
  ]

  it.each(entryPoints)('is not changed by %s, and both languages say why and what to do', async (_, attempt) => {
    const before = await read()
    const { status, message } = await refusal(attempt())
    expect(status).toBe(409)
    expect(message).toContain('معتمد')
    expect(message).toContain('إصدارًا جديدًا')
    expect(message).toContain('approved')
    expect(message).toContain('new edition')
    expect(await read()).toEqual(before)
  })

  it('is read-only in the panel: update access leaves it out even for administrators', async () => {
    const { docs } = await payload.find({
      collection: 'editions',
      limit: 1,
      where: { id: { equals: approved.id } },
      ...test,
    })
    const allowed = payload.collections.editions.config.access.update({
      id: approved.id,
      req: { user: people.administrator } as never,
    })
    expect(allowed).toEqual({ _status: { not_equals: 'published' } })
    expect(docs[0]?._status).toBe('published')
  })

  it('keeps its policy from being deleted', async () => {
    const { status } = await refusal(payload.delete({ collection: 'policies', id: policyId, ...as('administrator') }))
    expect(status).toBe(409)
    expect((await payload.findByID({ collection: 'policies', id: policyId, ...test })).id).toBe(policyId)
  })

  it('can be duplicated: the text stays, the number is the next, the old decision goes', async () => {
    const copy = await payload.duplicate({ collection: 'editions', id: approved.id, locale: 'ar', ...as('editor') })
    expect(copy).toMatchObject({ _status: 'draft', number: 2, errata: [] })
    expect(copy.decision?.meetingDate ?? null).toBeNull()
    expect(copy.effectiveFrom ?? null).toBeNull()
    expect(copy.sections?.map(({ clauses }) => clauses?.map(({ anchor, text }) => [anchor, text]))).toEqual(
      sectionsSeed.map(({ kind, clauses }) => clauses.map(({ ar }, c) => [`${kind}-${c + 1}`, ar])),
    )
    const english = await payload.findByID({ collection: 'editions', id: copy.id, draft: true, locale: 'en', ...test })
    expect(english.sections?.[0]?.clauses?.[0]?.text).toBe(sectionsSeed[0]?.clauses[0]?.en)
    await payload.delete({ collection: 'editions', id: copy.id, ...as('editor') })
  })
})

describe('over REST', () => {
  let authorization: string
  const rest = async (method: string, address: string, body: unknown = {}) => {
    const { default: config } = await import('@payload-config')
    const request = new Request(`http://127.0.0.1/api${address}`, {
      method,
      headers: { authorization, 'content-type': 'application/json', 'accept-language': 'en' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    })
    const response = await handleEndpoints({ config, request })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> & { doc?: Edition } }
  }

  beforeAll(async () => {
    authorization = `JWT ${await sessionOf(payload, 'administrator@policies.example')}`
  })

  it.each(['PATCH', 'DELETE'])('%s of an approved edition is refused and says why', async (method) => {
    const before = await read()
    const { status, body } = await rest(method, `/editions/${approved.id}`, { changeNote: 'تغيير' })
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toContain('new edition')
    expect(await read()).toEqual(before)
  })

  it('a duplicate keeps the Arabic text even when the call names no language', async () => {
    const { status, body } = await rest('POST', `/editions/${approved.id}/duplicate`)
    expect(status).toBe(200)
    expect(body.doc?.sections?.[1]?.heading).toBe(sectionsSeed[1]?.heading?.ar)
    await payload.delete({ collection: 'editions', id: body.doc?.id ?? '', ...test })
  })

  it('errors come back with the field that they belong to', async () => {
    const { status, body } = await rest('POST', '/editions?draft=true', {
      policy: policyId,
      decision: { hijri: '13/7/1442', gregorian: '26/2/2021' },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: [{ data: { errors: [{ path: 'decision.hijri' }, { path: 'decision.gregorian' }] } }],
    })
  })
})

describe('the dates of a board decision', () => {
  it.each([
    { hijri: '١٣/٧/١٤٤٢هـ' },
    { gregorian: '25 فبراير 2021' },
    { hijri: '13/7/1442', gregorian: '25/2/2021', weekday: 'thursday' },
    { meetingDate: '2021-02-25T18:30:00.000Z' },
  ])('become one instant, and the rest is derived, from %j', async (decision) => {
    const { id } = await draftEdition({ decision })
    const edition = await payload.findByID({ collection: 'editions', id, draft: true, ...test })
    expect(edition.decision).toMatchObject({
      meetingDate: '2021-02-25T12:00:00.000Z',
      hijri: '13/7/1442',
      gregorian: '25/2/2021',
      weekday: 'thursday',
    })
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('can be typed in the panel', () => {
    const decision = payload.collections.editions.config.flattenedFields.find(({ name }) => name === 'decision')
    const fields = decision && 'flattenedFields' in decision ? decision.flattenedFields : []
    const typed = fields.filter(({ name }) => ['hijri', 'gregorian', 'weekday'].includes(name))
    expect(typed.map(({ name, admin }) => [name, admin?.readOnly])).toEqual([
      ['weekday', false],
      ['hijri', false],
      ['gregorian', false],
    ])
  })

  it('are refused beside the field, with the right values, when they disagree', async () => {
    const errors = await errorsOf(
      draftEdition({ decision: { hijri: '13/7/1442', gregorian: '26/2/2021', weekday: 'thursday' } }),
    )
    expect(errors.map(({ path }) => path)).toEqual(['decision.weekday', 'decision.hijri', 'decision.gregorian'])
    expect(errors[0]?.message).toContain('Friday')
    expect(errors[1]?.message).toContain('14/7/1442')
    expect(errors[2]?.message).toContain('25/2/2021')
  })

  it('are refused in the language of the panel', async () => {
    const errors = await errorsOf(
      payload.create({
        collection: 'editions',
        draft: true,
        data: { policy: policyId, sections, decision: { hijri: '30/7/1442' } },
        ...as('editor', 'ar'),
      }),
    )
    expect(errors).toMatchObject([{ path: 'decision.hijri', message: expect.stringContaining('أم القرى') }])
  })

  const DAY = 86_400_000
  const fromToday = (days: number) => typedDay(new Date(Date.now() + days * DAY), 'gregorian')

  it('are not those of a day that has not come, in a draft or else, and the field says which day is the latest', async () => {
    for (const [decision, latest] of [
      [{ gregorian: fromToday(1) }, { 'decision.gregorian': fromToday(0) }],
      [{ hijri: '1/1/1500' }, { 'decision.hijri': typedDay(new Date(), 'hijri') }],
      [
        { meetingDate: '2100-01-01T12:00:00.000Z' },
        { 'decision.hijri': typedDay(new Date(), 'hijri'), 'decision.gregorian': fromToday(0) },
      ],
    ] as const) {
      const errors = await errorsOf(draftEdition({ decision }))
      expect(errors.map(({ path }) => path)).toEqual(Object.keys(latest))
      for (const { message, path } of nonEmpty(errors)) expect(message).toContain(latest[path as keyof typeof latest])
    }
    const arabic = payload.create({
      collection: 'editions',
      draft: true,
      data: { policy: policyId, sections, decision: { gregorian: fromToday(1) } },
      ...as('editor', 'ar'),
    })
    expect((await errorsOf(arabic))[0]?.message).toContain('لم يأتِ بعد')
    const { id } = await draftEdition({ decision: { gregorian: fromToday(0) } })
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('come no later than the day from which the edition is in force, whichever of the two is sent', async () => {
    const { id } = await draftEdition({ decision: { hijri: '13/7/1442' } })
    const save = (data: Record<string, unknown>) =>
      payload.update({ collection: 'editions', id, draft: true, data, ...as('editor') })
    const errors = await errorsOf(save({ effectiveFrom: '2021-02-24T12:00:00.000Z' }))
    expect(errors).toMatchObject([{ path: 'effectiveFrom', message: expect.stringContaining('25/2/2021 (13/7/1442)') }])
    await save({ effectiveFrom: '2021-02-25T01:00:00.000Z' })
    expect((await errorsOf(save({ decision: { hijri: '14/7/1442' } }))).map(({ path }) => path)).toEqual([
      'effectiveFrom',
    ])
    await save({ decision: { hijri: '14/7/1442' }, effectiveFrom: '2030-01-01T12:00:00.000Z' })
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it.each([
    [{ effectiveFrom: 'not a day' }, 'effectiveFrom'],
    [{ decision: { meetingDate: 'not a day' } }, 'decision.meetingDate'],
    [{ decision: { hijri: `1${' '.repeat(1200)}x` } }, 'decision.hijri'],
  ])('that are none are refused beside the field: %j', async (data, path) => {
    expect(await errorsOf(draftEdition(data))).toMatchObject([{ path }])
  })

  it('can be corrected in a later save, both in one go or by the instant alone', async () => {
    const { id } = await draftEdition({ decision: { hijri: '13/7/1442' } })
    const save = (decision: Record<string, unknown>) =>
      payload.update({ collection: 'editions', id, draft: true, data: { decision }, ...as('editor') })
    expect((await save({ hijri: '14/7/1442', gregorian: '', weekday: null })).decision?.gregorian).toBe('26/2/2021')
    expect((await save({ meetingDate: '2021-02-27T12:00:00.000Z' })).decision?.hijri).toBe('15/7/1442')
    expect((await save({ session: 'الأولى' })).decision?.hijri).toBe('15/7/1442')
    expect((await save({ hijri: '', gregorian: '', weekday: null })).decision?.meetingDate ?? null).toBeNull()
    await payload.delete({ collection: 'editions', id, ...test })
  })
})

describe('approving', () => {
  const decision = { hijri: '1/1/1446' }
  const approve = (id: string, role: Role, data: Record<string, unknown> = {}, locale: 'ar' | 'en' = 'ar') =>
    payload.update({ collection: 'editions', id, locale, data: { ...data, _status: 'published' }, ...as(role) })

  it.each(['editor', 'auditor', 'case-officer', 'department-lead'] as const)('is not for the role %s', async (role) => {
    const { id } = await draftEdition({ decision })
    expect((await refusal(approve(id, role))).status).toBe(403)
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('is not for whoever skips access control without being an approver or the system', async () => {
    const { id } = await draftEdition({ decision })
    const attempt = payload.update({ collection: 'editions', id, data: { _status: 'published' }, overrideAccess: true })
    expect((await refusal(attempt)).status).toBe(403)
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it.each([
    ['a decision of the board', { sections }, ['decision.hijri']],
    ['a text', { decision, sections: [] }, ['sections']],
    ['clauses in each section', { decision, sections: [{ kind: 'goal', clauses: [] }] }, ['sections.0.clauses']],
    [
      'the text of each clause',
      { decision, sections: [{ kind: 'goal', clauses: [{ text: 'نص' }, { text: ' ' }] }] },
      ['sections.0.clauses.1.text'],
    ],
  ])('needs %s', async (_, data, paths) => {
    const { id } = await draftEdition(data)
    expect((await errorsOf(approve(id, 'approver'))).map(({ path }) => path)).toEqual(paths)
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('needs the Arabic text also when the approver works in English', async () => {
    const { id } = await payload.create({
      collection: 'editions',
      draft: true,
      locale: 'en',
      data: { policy: policyId, decision, sections: [{ kind: 'goal', clauses: [{ text: 'Only English' }] }] },
      ...as('editor'),
    })
    expect(await errorsOf(approve(id, 'approver', {}, 'en'))).toMatchObject([{ path: 'sections.0.clauses.0.text' }])
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('gives an edition that visitors see, in force from the meeting unless another day is given', async () => {
    const before = await readRevision(payload)
    const { id, number } = await draftEdition({ decision })
    expect(number).toBe(2)
    const seen = () =>
      payload.find({ collection: 'editions', where: { id: { equals: id } }, overrideAccess: false, limit: 1 })
    expect((await seen()).totalDocs).toBe(0)
    await approve(id, 'approver')
    expect((await seen()).docs[0]).toMatchObject({ effectiveFrom: '2024-07-07T12:00:00.000Z', _status: 'published' })
    expect(await readRevision(payload)).toBeGreaterThan(before)
    expect((await refusal(approve(id, 'approver'))).status).toBe(409)
    await payload.delete({ collection: 'editions', id, ...test })
  })
})

describe('clauses', () => {
  it('get their ids when saved, and new ones none that an approved edition has used', async () => {
    const { id, sections: saved } = await draftEdition()
    expect(saved?.map(({ anchor, clauses }) => [anchor, clauses?.map((clause) => clause.anchor)])).toEqual([
      ['goal-b', ['goal-b-1']],
      ['dealing-b', ['dealing-b-1', 'dealing-b-2']],
    ])
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('never share an id within an edition', async () => {
    const errors = await errorsOf(
      draftEdition({
        sections: [{ kind: 'goal', anchor: 'goal', clauses: [{ anchor: 'goal-1' }, { anchor: 'goal-1' }] }],
      }),
    )
    expect(errors).toMatchObject([{ path: 'sections.0.clauses.1.anchor' }])
  })
})

describe('the file of an approved edition', () => {
  it('is the scanner’s text, for every visitor', async () => {
    const edition = await payload.findByID({ collection: 'editions', id: approved.id, depth: 1, overrideAccess: false })
    expect(edition.sourceText).toMatchObject({
      originalName: 'beneficiary-relations.scan.ar.txt',
      mimeType: 'text/plain',
      filesize: (await stat('src/seed/files/beneficiary-relations.scan.ar.txt')).size,
    })
  })

  it('is neither replaced nor deleted, one by one or in bulk', async () => {
    const id = String(approved.sourceText)
    const where = { originalName: { contains: 'scan' } }
    const attempts = [
      () => payload.delete({ collection: 'media', id, ...as('administrator') }),
      () => payload.delete({ collection: 'media', where, ...as('administrator') }),
      () => payload.update({ collection: 'media', id, data: { originalName: 'x.txt' }, ...as('editor') }),
      () => payload.update({ collection: 'media', where, data: { originalName: 'x.txt' }, overrideAccess: true }),
    ]
    for (const attempt of attempts) expect((await refusal(attempt())).status).toBe(409)
    expect((await payload.findByID({ collection: 'media', id, ...test })).originalName).toContain('scan')
  })

  it('is kept however many other files the query matches', async () => {
    const id = String(approved.sourceText)
    const file = async (index: number) => {
      const day = new Date(Date.UTC(2027, 0, 1, 0, index)).toISOString()
      const data = { filename: `many-${index}.txt`, mimeType: 'text/plain', createdAt: day, updatedAt: day }
      return (await payload.db.create({ collection: 'media', data })).id
    }
    const others: unknown[] = []
    for (let index = 0; index < 205; index += 1) others.push(await file(index))
    const where = { or: [{ id: { in: others } }, { id: { equals: id } }] }
    for (const attempt of [
      () => payload.delete({ collection: 'media', where, ...as('editor') }),
      () => payload.update({ collection: 'media', where, data: { alt: { ar: 'وصف' } }, ...as('editor') }),
    ]) {
      expect((await refusal(attempt())).status).toBe(409)
    }
    expect((await payload.findByID({ collection: 'media', id, ...test })).originalName).toContain('scan')
    const rest = await payload.delete({ collection: 'media', where: { id: { in: others } }, ...as('editor') })
    expect({ deleted: rest.docs.length, errors: rest.errors }).toEqual({ deleted: 205, errors: [] })
  })
})

describe('the job of editions', () => {
  it('has pages rendered again when an effective day begins, once, and not before', async () => {
    const { id } = await draftEdition({ decision: { hijri: '1/1/1446' }, effectiveFrom: '2030-06-01T12:00:00.000Z' })
    await payload.update({ collection: 'editions', id, data: { _status: 'published' }, ...as('approver') })
    const job = inForceJob(new Date('2030-05-30T09:00:00+03:00'))
    const revisionAfter = async (now: string) => {
      const count = await job.run(payload, new Date(now))
      return { count, revision: await readRevision(payload) }
    }
    const before = await readRevision(payload)
    expect(await revisionAfter('2030-05-31T23:59:00+03:00')).toEqual({ count: 0, revision: before })
    expect(await revisionAfter('2030-06-01T00:00:00+03:00')).toEqual({ count: 1, revision: before + 1 })
    expect(await revisionAfter('2030-06-02T00:00:00+03:00')).toEqual({ count: 0, revision: before + 1 })
    await payload.delete({ collection: 'editions', id, ...test })
  })
})

describe('visitors', () => {
  it('see no draft, no version and no history, and write nothing', async () => {
    const { id } = await draftEdition()
    const { docs } = await payload.find({ collection: 'editions', overrideAccess: false, limit: 10, draft: true })
    expect(docs.map((edition) => edition.id)).toEqual([approved.id])
    for (const attempt of [
      payload.findVersions({ collection: 'editions', overrideAccess: false, limit: 1 }),
      payload.create({ collection: 'policies', data: {} as never, overrideAccess: false }),
      payload.create({ collection: 'editions', data: {} as never, overrideAccess: false }),
    ]) {
      expect((await refusal(attempt)).status).toBe(403)
    }
    await payload.delete({ collection: 'editions', id, ...test })
  })
})
