import { describe, expect, it } from 'vitest'
import { inForceJob } from '@/features/policies/cms/in-force-job'
import type { Role } from '@/platform/access'
import { readRevision } from '@/platform/revision'
import { seedPolicies } from '@/seed/policies'
import { editionSeed, policySeed, sectionsSeed } from '@/seed/policy-texts'
import { nonEmpty } from '../setup/non-empty'
import {
  approved,
  as,
  draftEdition,
  errorsOf,
  payload,
  policyId,
  refusal,
  sections,
  test,
  withSeededPolicy,
} from '../setup/seeded-policy'

withSeededPolicy()

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
