import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentSlug, documentRights } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { marks, removeDocument, type StoredState, storeDocument, storedStates } from '../factories/documents'
import { type Answer, type Person, people } from '../setup/people'
import { initially, may, outcomeOf, type RightsWalk, startRightsWalk, type Wanted, walker } from '../setup/rights-walk'

/**
 * Who may do what with documents that have drafts: every role × collection × operation × stored state
 * × what is sent, singly and in bulk, over REST, on real documents. What must come of it is said here
 * by the table of rights alone; what came of it is read from the answer and from the database.
 */

const slugs = Object.keys(documentRights) as DocumentSlug[]
const test = asSystem('test-setup')

let walk: RightsWalk

beforeAll(async () => {
  walk = await startRightsWalk()
}, 60_000)
afterAll(() => walk.stop())

const sents = [undefined, 'draft', 'published'] as const
const NEW = 'new'

/** What the board approved stays as it is, and whoever may prepare editions hears why. */
const unlessApproved = (slug: DocumentSlug, state: StoredState): Pick<Wanted, 'unless'> =>
  slug === 'editions' && state !== 'draft'
    ? { unless: { outcome: 'approved', who: documentRights.editions.unpublished.save } }
    : {}

/** What a save does, and who may do that. Nobody may do what can be meant in two ways. */
function ofSaving(
  slug: DocumentSlug,
  state: StoredState,
  sent: (typeof sents)[number],
  isDraft: boolean,
  isBulk: boolean,
): Wanted {
  const { published, unpublished } = documentRights[slug]
  const before = initially(state)
  const isOnSite = before.onSite !== null
  const approved = unlessApproved(slug, state)
  if (isDraft && sent !== 'published') {
    return { who: isOnSite ? published.saveDraft : unpublished.save, seen: { ...before, newest: NEW }, ...approved }
  }
  // Many documents at once are read as visitors see them, one as its newest draft.
  const status = sent ?? (state === 'published' || (isBulk && isOnSite) ? 'published' : 'draft')
  if (status === 'published') {
    const seen = { onSite: NEW, newest: NEW }
    return { who: isOnSite ? published.publish : unpublished.publish, seen, ...approved }
  }
  const seen = { onSite: null, newest: NEW }
  if (!isOnSite) return { who: unpublished.save, seen }
  if (sent) return { who: published.unpublish, seen, ...approved }
  const whoChangesAnything = [...published.saveDraft, ...published.publish, ...published.unpublish]
  return { who: [], seen, unless: { outcome: 'ambiguous', who: whoChangesAnything }, ...approved }
}

describe.each(slugs)('%s', (slug) => {
  it('are changed, published and taken off the site by whom the table says, whatever the request leaves out', async () => {
    const { attempt, done } = walker(walk, slug)
    for (const state of storedStates) {
      for (const person of people) {
        for (const sent of sents) {
          for (const isDraft of [false, true]) {
            for (const isBulk of [false, true]) {
              const body = { [walk.sample[slug].marker]: NEW, ...(sent && { _status: sent }) }
              await attempt(
                `${isBulk ? 'PATCH of many' : 'PATCH'}, status ${sent ?? 'not sent'}${isDraft ? ', draft=true' : ''}`,
                person,
                state,
                ofSaving(slug, state, sent, isDraft, isBulk),
                (id) =>
                  walk.rest(
                    person,
                    'PATCH',
                    isBulk
                      ? `/${slug}?where[id][in]=${id}&draft=${isDraft}&depth=0`
                      : `/${slug}/${id}?draft=${isDraft}&depth=0`,
                    body,
                  ),
              )
            }
          }
        }
      }
    }
    const { cells, lines } = await done()
    expect(lines).toEqual([])
    expect(cells).toBe(storedStates.length * people.length * 12)
  }, 120_000)

  it('are restored by whom the table says', async () => {
    const { published, unpublished } = documentRights[slug]
    const { attempt, done } = walker(walk, slug)
    for (const state of storedStates) {
      for (const person of people) {
        for (const isDraft of [true, false]) {
          const before = initially(state)
          const seen = {
            onSite: state === 'draft' || isDraft ? before.onSite : marks.earlier,
            newest: marks.earlier,
          }
          const ofPublished = isDraft ? published.saveDraft : published.publish
          const who = state === 'draft' ? unpublished.save : ofPublished
          await attempt(
            `restoring${isDraft ? ' as a draft' : ''}`,
            person,
            state,
            { who, seen, ...unlessApproved(slug, state) },
            async (id) => {
              const { docs } = await walk.payload.findVersions({
                collection: slug,
                where: { parent: { equals: id } },
                sort: 'updatedAt',
                limit: 1,
                depth: 0,
                ...test,
              })
              return walk.rest(person, 'POST', `/${slug}/versions/${docs[0]?.id}?draft=${isDraft}`)
            },
          )
        }
      }
    }
    const { cells, lines } = await done()
    expect(lines).toEqual([])
    expect(cells).toBe(storedStates.length * people.length * 2)
  }, 60_000)

  it('are deleted by whom the table says', async () => {
    const { published, unpublished } = documentRights[slug]
    const { attempt, done } = walker(walk, slug)
    for (const state of storedStates) {
      const wanted = {
        who: state === 'draft' ? unpublished.delete : published.delete,
        seen: { onSite: null, newest: null },
        ...unlessApproved(slug, state),
      }
      for (const person of people) {
        await attempt('DELETE', person, state, wanted, (id) => walk.rest(person, 'DELETE', `/${slug}/${id}`))
        await attempt('DELETE of many', person, state, wanted, (id) =>
          walk.rest(person, 'DELETE', `/${slug}?where[id][in]=${id}`),
        )
      }
    }
    const { cells, lines } = await done()
    expect(lines).toEqual([])
    expect(cells).toBe(storedStates.length * people.length * 2)
  }, 60_000)

  it('are made, and duplicated, by whom the table says', async () => {
    const { payload, rest, sample } = walk
    const { create, unpublished } = documentRights[slug]
    const lines: string[] = []
    let cells = 0
    const allNow = async () => {
      const { docs } = await payload.find({
        collection: slug,
        limit: 100,
        depth: 0,
        select: { _status: true },
        ...test,
      })
      return docs.map(({ id, _status }) => ({ id: String(id), status: _status }))
    }
    const original = await storeDocument(payload, slug, sample[slug], 'published')
    const before = (await allNow()).map(({ id }) => id)
    const attempt = async (
      name: string,
      person: Person,
      status: 'published' | 'draft',
      act: () => Promise<Answer>,
      impossible?: 'incomplete' | 'absent',
    ) => {
      cells += 1
      const outcome = outcomeOf(await act())
      const isAllowed = may(person, create) && (status === 'draft' || may(person, unpublished.publish))
      const made = (await allNow()).filter(({ id }) => !before.includes(id))
      // What is not there is there for nobody.
      const right = isAllowed || impossible === 'absent' ? (impossible ?? 'done') : 'no right'
      const rightMade = right === 'done' ? [status] : []
      if (outcome !== right || JSON.stringify(made.map((one) => one.status)) !== JSON.stringify(rightMade)) {
        lines.push(`${slug}: ${name} by ${person}: ${outcome}, made ${JSON.stringify(made)} instead of ${right}`)
      }
      for (const { id } of made) await removeDocument(payload, slug, id)
    }
    // One page of each place; the next round of a survey is made in its own way.
    const isNeverDuplicated = slug === 'pages' || slug === 'surveys'
    // What is sent is Arabic, and these are published in both languages at once.
    const needsEnglish = slug === 'pages' || slug === 'surveys'
    for (const person of people) {
      for (const sent of sents) {
        for (const isDraft of [false, true]) {
          const status = sent === 'published' && !isDraft ? 'published' : 'draft'
          await attempt(
            `POST ${sent}${isDraft ? ', draft=true' : ''}`,
            person,
            status,
            () =>
              rest(person, 'POST', `/${slug}?draft=${isDraft}`, {
                ...sample[slug].body('made'),
                ...(sent && { _status: sent }),
              }),
            needsEnglish && status === 'published' ? 'incomplete' : undefined,
          )
        }
      }
      // An amendment of an edition always begins as a draft.
      for (const [query, status] of [
        ['', 'draft'],
        ['?draft=false', slug === 'editions' ? 'draft' : 'published'],
      ] as const) {
        await attempt(
          `duplicating${query}`,
          person,
          status,
          () => rest(person, 'POST', `/${slug}/${original}/duplicate${query}`, query ? { slug: 'a-duplicate' } : {}),
          isNeverDuplicated ? 'absent' : undefined,
        )
      }
    }
    await removeDocument(payload, slug, original)
    expect(lines).toEqual([])
    expect(cells).toBe(people.length * 8)
  }, 60_000)
})
