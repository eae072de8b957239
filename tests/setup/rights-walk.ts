import type { Payload } from 'payload'
import { hasRole, type Role } from '@/platform/access'
import type { DocumentSlug } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { marks, removeDocument, type StoredState, samples, storeDocument } from '../factories/documents'
import { startPayload } from './payload'
import { type Answer, type Person, type Rest, signInAll } from './people'

/** What walks the table of rights over documents with drafts: what is sent, and what came of it. */

const test = asSystem('test-setup')

export interface RightsWalk {
  payload: Payload
  rest: Rest
  sample: ReturnType<typeof samples>
  stop(): Promise<void>
}

export async function startRightsWalk(): Promise<RightsWalk> {
  const { payload, stop } = await startPayload()
  const { rest } = await signInAll(payload)
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
  return { payload, rest, sample: samples(policy.id), stop }
}

export const may = (person: Person, who: readonly Role[]): boolean => hasRole({ roles: [person] } as never, ...who)

export interface Seen {
  /** What visitors read of it, or null. */
  onSite: string | null
  newest: string | null
}

export const initially = (state: StoredState): Seen => ({
  onSite: state === 'draft' ? null : marks.now,
  newest: state === 'published, newer draft' ? marks.newer : marks.now,
})

async function look({ payload, sample }: RightsWalk, slug: DocumentSlug, id: string): Promise<Seen> {
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

/**
 * What became of a request, as its answer says it: refused for want of a right, or because of what is
 * stored (`ambiguous`, `approved`) or sent (`incomplete`), or not there for anybody (`absent`). What
 * fails for any other reason is no refusal, and is told in its own words.
 */
export type Outcome = 'done' | 'no right' | 'ambiguous' | 'approved' | 'incomplete' | 'absent'

/** The words of `holdRights`, in which a request about many documents is answered for each of them. */
const lacksRight = /needs the role: |^What was published here stays published/

export function outcomeOf({ status, body }: Answer): Outcome | `${number}: ${string}` {
  const errors = (body.errors ?? []) as { message: string; data?: { errors?: { message: string }[] } }[]
  const said = errors.flatMap(({ data, message }) => [message, ...(data?.errors ?? []).map((one) => one.message)])
  if (status < 300 && said.length === 0) return 'done'
  if (status === 403) return 'no right'
  if (status === 409 && said.some((words) => words.includes('Say whether to publish it'))) return 'ambiguous'
  if (status === 409 && said.some((words) => words.includes('approved by the board'))) return 'approved'
  if (status === 400 && said.some((words) => /English is incomplete|Missing in English/.test(words)))
    return 'incomplete'
  if (status === 404) return 'absent'
  const isOfMany = status === 400 && Array.isArray(body.docs) && body.docs.length === 0
  if (isOfMany && said.length > 0 && said.every((words) => lacksRight.test(words))) return 'no right'
  return `${status}: ${said.join(' ')}`
}

export interface Wanted {
  who: readonly Role[]
  seen: Seen
  /** What is stored stands against it, and these people hear that. */
  unless?: { outcome: 'ambiguous' | 'approved'; who: readonly Role[] }
}

function wantedOutcome(person: Person, { unless, who }: Wanted): Outcome {
  if (unless && may(person, unless.who)) return unless.outcome
  return may(person, who) ? 'done' : 'no right'
}

/** One attempt of one person on a document of its own state; what disagrees, as lines a person can read. */
export function walker(walk: RightsWalk, slug: DocumentSlug) {
  const { payload, sample } = walk
  const kept = new Map<StoredState, string>()
  const lines: string[] = []
  let cells = 0
  return {
    async attempt(
      name: string,
      person: Person,
      state: StoredState,
      wanted: Wanted,
      act: (id: string) => Promise<Answer>,
    ): Promise<void> {
      cells += 1
      const id = kept.get(state) ?? (await storeDocument(payload, slug, sample[slug], state))
      kept.set(state, id)
      const outcome = outcomeOf(await act(id))
      const seen = await look(walk, slug, id)
      const right = wantedOutcome(person, wanted)
      const expected = right === 'done' ? wanted.seen : initially(state)
      if (outcome !== right || JSON.stringify(seen) !== JSON.stringify(expected)) {
        lines.push(
          `${slug}, ${state}: ${name} by ${person}: ${outcome} ${JSON.stringify(seen)} instead of ${right} ${JSON.stringify(expected)}`,
        )
      }
      if (JSON.stringify(seen) === JSON.stringify(initially(state))) return
      await removeDocument(payload, slug, id)
      kept.delete(state)
    },
    async done(): Promise<{ cells: number; lines: string[] }> {
      for (const id of kept.values()) await removeDocument(payload, slug, id)
      return { cells, lines }
    },
  }
}
