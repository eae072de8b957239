import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { marks, removeDocument, type StoredState, storeDocument } from '../factories/documents'
import type { Rest } from '../setup/people'
import { outcomeOf, type RightsWalk, startRightsWalk } from '../setup/rights-walk'

/** Requests that say things in another way than the panel does: rights hold by what comes of them. */

const test = asSystem('test-setup')
let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let sample: RightsWalk['sample']
const { databaseKind } = env()

beforeAll(async () => {
  ;({ payload, rest, sample, stop } = await startRightsWalk())
}, 60_000)
afterAll(() => stop())

const onSite = async (slug: 'policies' | 'pages' | 'services', id: string) => {
  const { docs } = await payload.find({
    collection: slug,
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    locale: 'ar',
    ...test,
  })
  return docs[0]?._status === 'published' ? docs[0].title : null
}

/** Why it comes to nothing: the right is missing, or the request says two things, or not which of two it means. */
type Why = 'right' | 'unsaid' | 'both at once' | 'one language'

const bothAtOnce = '400: Publish or unpublish, not both.'
const oneLanguage = '400: A document is published in both its languages, not in one alone.'

const outcomeFor = (why: Why, state: StoredState, isBulk: boolean): string => {
  if (why === 'both at once') return bothAtOnce
  // Payload publishes many documents in all languages, whatever is asked.
  if (why === 'one language' && !isBulk) return oneLanguage
  return why === 'unsaid' && state === 'published, newer draft' && !isBulk ? 'ambiguous' : 'no right'
}

describe('an editor changes nothing that visitors see of a policy', () => {
  const ways: [name: string, query: string, body: Record<string, unknown>, why: Why][] = [
    ['by no status', '', {}, 'unsaid'],
    ['by a status of null', '', { _status: null }, 'right'],
    ['by an empty status', '', { _status: '' }, 'right'],
    ['by a status that there isn’t', '', { _status: 'Published' }, 'right'],
    ['by a list of statuses', '', { _status: ['published'] }, 'right'],
    ['by a status for each language', '', { _status: { ar: 'draft' } }, 'right'],
    ['by autosave', '?autosave=true', {}, 'unsaid'],
    ['by autosave that publishes', '?autosave=true&draft=true', { _status: 'published' }, 'right'],
    ['by publishing all languages', '?publishAllLocales=true', {}, 'unsaid'],
    ['by publishing all languages of a draft', '?publishAllLocales=true&draft=true', { _status: 'published' }, 'right'],
    ['by publishing one language', '?publishSpecificLocale=ar', { _status: 'published' }, 'one language'],
    ['by unpublishing all languages', '?unpublishAllLocales=true', {}, 'both at once'],
    ['by unpublishing and publishing at once', '?unpublishAllLocales=true', { _status: 'published' }, 'both at once'],
    ['in all languages at once', '?locale=all', { _status: 'draft' }, 'right'],
    ['by naming another id', '', { id: 'another' }, 'unsaid'],
    ['by a draft that isn’t meant', '?draft=0', {}, 'unsaid'],
    ['past a lock', '?overrideLock=true', { _status: 'draft' }, 'right'],
    ['with trash', '?trash=true', { deletedAt: '2026-01-01T00:00:00.000Z' }, 'unsaid'],
  ]
  it.each(ways)('%s', async (_, query, body, why) => {
    for (const state of ['published', 'published, newer draft'] satisfies StoredState[]) {
      const id = await storeDocument(payload, 'policies', sample.policies, state)
      for (const isBulk of [false, true]) {
        const path = isBulk ? `/policies?where[id][in]=${id}&${query.slice(1)}` : `/policies/${id}${query}`
        const outcome = outcomeOf(await rest('editor', 'PATCH', path, { title: 'new', ...body }))
        expect({ state, path, outcome, title: await onSite('policies', id) }).toEqual({
          state,
          path,
          outcome: outcomeFor(why, state, isBulk),
          title: marks.now,
        })
      }
      await removeDocument(payload, 'policies', id)
    }
  })

  it('by publishing one language of a draft, of many: a draft is saved beside what is published', async () => {
    const id = await storeDocument(payload, 'policies', sample.policies, 'published')
    const query = 'publishSpecificLocale=ar&draft=true'
    const one = await rest('editor', 'PATCH', `/policies/${id}?${query}`, { title: 'new' })
    expect(outcomeOf(one)).toBe(oneLanguage)
    expect(outcomeOf(await rest('editor', 'PATCH', `/policies?where[id][in]=${id}&${query}`, { title: 'new' }))).toBe(
      'done',
    )
    expect(await onSite('policies', id)).toBe(marks.now)
    await removeDocument(payload, 'policies', id)
  })

  it('by posting one with the id of another', async () => {
    const id = await storeDocument(payload, 'policies', sample.policies, 'published')
    const { status, body } = await rest('editor', 'POST', '/policies', { ...sample.policies.body('new'), id })
    const { doc } = body as { doc: { id: string } }
    expect(status).toBe(201)
    expect(doc.id).not.toBe(id)
    expect(await onSite('policies', id)).toBe(marks.now)
    await removeDocument(payload, 'policies', doc.id)
    await removeDocument(payload, 'policies', id)
  })

  it('by restoring a draft’s version as it was', async () => {
    const id = await storeDocument(payload, 'policies', sample.policies, 'published, newer draft')
    const { docs } = await payload.findVersions({
      collection: 'policies',
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'draft' } }] },
      limit: 1,
      ...test,
    })
    expect((await rest('editor', 'POST', `/policies/versions/${docs[0]?.id}?draft=false`)).status).toBe(403)
    expect(await onSite('policies', id)).toBe(marks.now)
    await removeDocument(payload, 'policies', id)
  })
})

describe('nobody', () => {
  it('takes one of the three pages off the site, not even by restoring or by a status of null', async () => {
    const id = await storeDocument(payload, 'pages', sample.pages, 'published, newer draft')
    const { docs } = await payload.findVersions({
      collection: 'pages',
      where: { parent: { equals: id } },
      sort: '-updatedAt',
      limit: 1,
      ...test,
    })
    for (const [method, path, body] of [
      ['PATCH', `/pages/${id}`, { _status: 'draft' }],
      ['PATCH', `/pages/${id}`, { _status: null }],
      ['PATCH', `/pages/${id}?unpublishAllLocales=true`, { _status: 'draft' }],
      ['POST', `/pages/versions/${docs[0]?.id}?draft=false`, null],
      ['DELETE', `/pages/${id}`, null],
    ] as const) {
      const { status } = await rest('administrator', method, path, body)
      expect({ method, path, status }).toMatchObject({ status: 403 })
      expect(await onSite('pages', id)).toBe(marks.now)
    }
    await removeDocument(payload, 'pages', id)
  })

  it('publishes a draft full of gaps by unpublishing it at the same time', async () => {
    const { doc } = (await rest('editor', 'POST', '/services?draft=true', { slug: 'gaps', title: 'فجوات' })).body as {
      doc: { id: string }
    }
    const path = `/services/${doc.id}?unpublishAllLocales=true`
    const outcome = outcomeOf(await rest('administrator', 'PATCH', path, { _status: 'published' }))
    expect(outcome).toBe(bothAtOnce)
    expect(await onSite('services', doc.id)).toBeNull()
    await removeDocument(payload, 'services', doc.id)
  })

  it('changes an approved edition through the ids of its rows', async () => {
    const approved = await storeDocument(payload, 'editions', sample.editions, 'published')
    const read = () => payload.findByID({ collection: 'editions', id: approved, locale: 'ar', depth: 0, ...test })
    const before = await read()
    const rows = before.sections?.map((section) => ({
      ...section,
      heading: 'new',
      clauses: section.clauses?.map((clause) => ({ ...clause, text: 'new' })),
    }))
    const draft = await storeDocument(payload, 'editions', sample.editions, 'draft')
    // SQLite keeps rows in tables of their own, where an id is one row's; MongoDB keeps them in the document.
    const ofTakenRows = databaseKind === 'sqlite' ? /^400: .*The id of this row is already used elsewhere/ : /^done$/
    for (const [method, path, outcome] of [
      ['PATCH', `/editions/${draft}`, ofTakenRows],
      ['PATCH', `/editions/${draft}?draft=true`, /^done$/],
      ['POST', '/editions?draft=true', ofTakenRows],
    ] as const) {
      const sent = { ...sample.editions.body('x'), sections: rows }
      expect(outcomeOf(await rest('editor', method, path, sent))).toMatch(outcome)
      expect(await read()).toEqual(before)
    }
    await removeDocument(payload, 'editions', draft)
    await removeDocument(payload, 'editions', approved)
  })
})
