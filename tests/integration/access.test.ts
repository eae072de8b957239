import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRole, type Role } from '@/platform/access'
import { type DocumentSlug, documentRights } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { marks, removeDocument, type StoredState, samples, storeDocument, storedStates } from '../factories/documents'
import { startPayload } from '../setup/payload'
import { type Person, people, type Rest, signInAll } from '../setup/people'

/**
 * Who may do what with documents that have drafts: every role × collection × operation × stored state
 * × what is sent, singly and in bulk, over REST, on real documents. What must come of it is said here
 * by the table of rights alone; what came of it is read from the database.
 */

const slugs = Object.keys(documentRights) as DocumentSlug[]
const test = asSystem('test-setup')

let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let sample: ReturnType<typeof samples>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest } = await signInAll(payload))
  const policy = await payload.create({
    collection: 'policies',
    data: {
      title: 'سياسة',
      slug: 'policy',
      category: 'governance',
      audiences: ['beneficiaries'],
      _status: 'published',
    },
    ...test,
  })
  sample = samples(policy.id)
}, 60_000)
afterAll(() => stop())

const may = (person: Person, who: readonly Role[]) => hasRole({ roles: [person] } as never, ...who)

interface Seen {
  /** What visitors read of it, or null. */
  onSite: string | null
  newest: string | null
}

async function look(slug: DocumentSlug, id: string): Promise<Seen> {
  const read = async (draft: boolean) => {
    const { docs } = await payload.find({
      collection: slug,
      where: { id: { equals: id } },
      draft,
      limit: 1,
      pagination: false,
      depth: 0,
      locale: 'ar',
      ...test,
    })
    return docs[0] as unknown as Record<string, string> | undefined
  }
  const [main, newest] = [await read(false), await read(true)]
  const { marker } = sample[slug]
  return {
    onSite: main?._status === 'published' ? (main[marker] ?? null) : null,
    newest: newest ? (newest[marker] ?? null) : null,
  }
}

const initially = (state: StoredState): Seen => ({
  onSite: state === 'draft' ? null : marks.now,
  newest: state === 'published, newer draft' ? marks.newer : marks.now,
})

interface Wanted {
  who: readonly Role[]
  seen: Seen
}

/** One attempt of one person on a document of its own state; what disagrees, as lines a person can read. */
function walker(slug: DocumentSlug) {
  const kept = new Map<StoredState, string>()
  const lines: string[] = []
  let cells = 0
  return {
    async attempt(
      name: string,
      person: Person,
      state: StoredState,
      wanted: Wanted,
      act: (id: string) => Promise<{ status: number }>,
    ) {
      cells += 1
      const id = kept.get(state) ?? (await storeDocument(payload, slug, sample[slug], state))
      kept.set(state, id)
      const { status } = await act(id)
      const seen = await look(slug, id)
      const isAllowed = may(person, wanted.who)
      const expected = isAllowed ? wanted.seen : initially(state)
      const isRightStatus = isAllowed ? status < 400 : status >= 400 && status < 500
      if (!isRightStatus || JSON.stringify(seen) !== JSON.stringify(expected)) {
        lines.push(
          `${slug}, ${state}: ${name} by ${person}: ${status} ${JSON.stringify(seen)} instead of ${isAllowed ? 'allowed' : 'refused'} ${JSON.stringify(expected)}`,
        )
      }
      if (JSON.stringify(seen) === JSON.stringify(initially(state))) return
      await removeDocument(payload, slug, id)
      kept.delete(state)
    },
    async done() {
      for (const id of kept.values()) await removeDocument(payload, slug, id)
      return { cells, lines }
    },
  }
}

const sents = [undefined, 'draft', 'published'] as const
const NEW = 'new'

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
  if (isDraft && sent !== 'published') {
    return { who: isOnSite ? published.saveDraft : unpublished.save, seen: { ...before, newest: NEW } }
  }
  // Many documents at once are read as visitors see them, one as its newest draft.
  const status = sent ?? (state === 'published' || (isBulk && isOnSite) ? 'published' : 'draft')
  if (status === 'published') {
    return { who: isOnSite ? published.publish : unpublished.publish, seen: { onSite: NEW, newest: NEW } }
  }
  const hidden = { onSite: null, newest: NEW }
  if (!isOnSite) return { who: unpublished.save, seen: hidden }
  return { who: sent ? published.unpublish : [], seen: hidden }
}

describe.each(slugs)('%s', (slug) => {
  it('are changed, published and taken off the site by whom the table says, whatever the request leaves out', async () => {
    const { attempt, done } = walker(slug)
    for (const state of storedStates) {
      for (const person of people) {
        for (const sent of sents) {
          for (const isDraft of [false, true]) {
            for (const isBulk of [false, true]) {
              const body = { [sample[slug].marker]: NEW, ...(sent && { _status: sent }) }
              await attempt(
                `${isBulk ? 'PATCH of many' : 'PATCH'}, status ${sent ?? 'not sent'}${isDraft ? ', draft=true' : ''}`,
                person,
                state,
                ofSaving(slug, state, sent, isDraft, isBulk),
                (id) =>
                  rest(
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
    const { attempt, done } = walker(slug)
    for (const state of storedStates) {
      for (const person of people) {
        for (const isDraft of [true, false]) {
          const before = initially(state)
          const earlier = {
            onSite: state === 'draft' || isDraft ? before.onSite : marks.earlier,
            newest: marks.earlier,
          }
          const ofPublished = isDraft ? published.saveDraft : published.publish
          const who = state === 'draft' ? unpublished.save : ofPublished
          await attempt(
            `restoring${isDraft ? ' as a draft' : ''}`,
            person,
            state,
            { who, seen: earlier },
            async (id) => {
              const { docs } = await payload.findVersions({
                collection: slug,
                where: { parent: { equals: id } },
                sort: 'updatedAt',
                limit: 1,
                depth: 0,
                ...test,
              })
              return rest(person, 'POST', `/${slug}/versions/${docs[0]?.id}?draft=${isDraft}`)
            },
          )
        }
      }
    }
    const { lines } = await done()
    expect(lines).toEqual([])
  }, 60_000)

  it('are deleted by whom the table says', async () => {
    const { published, unpublished } = documentRights[slug]
    const { attempt, done } = walker(slug)
    for (const state of storedStates) {
      const wanted = {
        who: state === 'draft' ? unpublished.delete : published.delete,
        seen: { onSite: null, newest: null },
      }
      for (const person of people) {
        await attempt('DELETE', person, state, wanted, (id) => rest(person, 'DELETE', `/${slug}/${id}`))
        await attempt('DELETE of many', person, state, wanted, (id) =>
          rest(person, 'DELETE', `/${slug}?where[id][in]=${id}`),
        )
      }
    }
    const { lines } = await done()
    expect(lines).toEqual([])
  }, 60_000)

  it('are made, and duplicated, by whom the table says', async () => {
    const { create, unpublished } = documentRights[slug]
    const lines: string[] = []
    const idsNow = async () => {
      const { docs } = await payload.find({ collection: slug, limit: 100, depth: 0, select: {}, ...test })
      return docs.map(({ id }) => String(id))
    }
    const original = slug === 'pages' ? null : await storeDocument(payload, slug, sample[slug], 'published')
    const before = await idsNow()
    const attempt = async (
      name: string,
      person: Person,
      isPublishing: boolean,
      act: () => Promise<{ status: number }>,
    ) => {
      const { status } = await act()
      const isAllowed = may(person, create) && (!isPublishing || may(person, unpublished.publish))
      const made = (await idsNow()).filter((id) => !before.includes(id))
      // What is only half there may still be refused, but not for want of a right.
      const isRight = isAllowed ? made.length === 1 || status === 400 : status === 403 && made.length === 0
      if (!isRight) lines.push(`${slug}: ${name} by ${person}: ${status}, ${made.length} made`)
      for (const id of made) await removeDocument(payload, slug, id)
    }
    for (const person of people) {
      for (const sent of sents) {
        for (const isDraft of [false, true]) {
          await attempt(`POST ${sent}${isDraft ? ', draft=true' : ''}`, person, sent === 'published' && !isDraft, () =>
            rest(person, 'POST', `/${slug}?draft=${isDraft}`, {
              ...sample[slug].body('made'),
              ...(sent && { _status: sent }),
            }),
          )
        }
      }
      if (!original || slug === 'surveys') continue
      const duplicate = `/${slug}/${original}/duplicate`
      await attempt('duplicating', person, false, () => rest(person, 'POST', duplicate, {}))
      // An amendment of an edition always begins as a draft.
      await attempt('duplicating, draft=false', person, slug !== 'editions', () =>
        rest(person, 'POST', `${duplicate}?draft=false`, { slug: undefined }),
      )
    }
    if (original) await removeDocument(payload, slug, original)
    expect(lines).toEqual([])
  }, 60_000)

  it('show drafts and versions to whom the table says, and what is published to everybody', async () => {
    const { readDrafts } = documentRights[slug]
    const lines: string[] = []
    for (const state of storedStates) {
      const id = await storeDocument(payload, slug, sample[slug], state)
      for (const person of people) {
        const isReader = may(person, readDrafts)
        const before = initially(state)
        const ids = async (query: string) => {
          const { body } = await rest(person, 'GET', `/${slug}?where[id][equals]=${id}&depth=0&${query}`)
          return (body.docs as Record<string, unknown>[] | undefined)?.map((doc) => doc[sample[slug].marker]) ?? []
        }
        const wanted: [name: string, got: unknown, wanted: unknown][] = [
          ['list', await ids('draft=false'), isReader || before.onSite ? [marks.now] : []],
          // Asking for drafts shows whoever may not read them what is published, or nothing.
          ['drafts', (await ids('draft=true')).includes(marks.newer), isReader && state === 'published, newer draft'],
          [
            'one',
            (await rest(person, 'GET', `/${slug}/${id}?depth=0`)).status === 200,
            isReader || before.onSite !== null,
          ],
          [
            'its newest draft',
            (await rest(person, 'GET', `/${slug}/${id}?depth=0&draft=true`)).body[sample[slug].marker] ===
              before.newest,
            isReader || state === 'published',
          ],
          ['versions', (await rest(person, 'GET', `/${slug}/versions?limit=1`)).status === 200, isReader],
        ]
        for (const [name, got, right] of wanted) {
          if (JSON.stringify(got) !== JSON.stringify(right))
            lines.push(`${slug}, ${state}: ${name} by ${person}: ${got}`)
        }
      }
      await removeDocument(payload, slug, id)
    }
    expect(lines).toEqual([])
  }, 60_000)
})
