import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import {
  type DocumentRights,
  documentRights,
  globalRights,
  type PlainRights,
  plainRights,
  type Whose,
} from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { mayWork } from '@/shared/casework/roles'
import { assign } from '@/shared/casework/server/desk/assign'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'
import { type Person, people, type Rest, signInAll } from '../setup/people'

/** The table of rights against the access functions, which also decide which buttons the panel offers. */

const test = asSystem('test-setup')
let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let users: ReadonlyMap<Person, User>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest, users } = await signInAll(payload))
}, 60_000)
afterAll(() => stop())

const configs = () => Object.values(payload.collections).map(({ config }) => config)
const everyone: Whose = { all: [...people] as Role[] }
const isAmong = (who: readonly Role[] | undefined, person: Person) => who?.some((role) => role === person) ?? false
const userOf = (person: Person): User => {
  const user = users.get(person)
  if (!user) throw new Error(`${person} has no account.`)
  return user
}

let departments = 0

/** What belongs to the person, and what belongs to somebody else, by collection. */
const made: Partial<Record<CollectionSlug, (person: Person) => Promise<string>>> = {
  users: async (person) => userOf(person).id,
  inquiries: async (person) => {
    const { id, seq } = await createInquiry(payload)
    const officer: User = { ...userOf('case-officer'), collection: 'users' }
    const action = { payload, clock: () => new Date(), user: officer, caseId: id, seq, submissionKey: randomToken() }
    // Auditors read what others are given.
    const assignee = mayWork(userOf(person)) ? userOf(person).id : officer.id
    expect(await assign(action, { assignee })).toMatchObject({ status: 'ok' })
    return id
  },
  'inquiry-events': async (person) => {
    const inquiry = await made.inquiries?.(person)
    const where = { inquiry: { equals: inquiry } }
    const { docs } = await payload.find({ collection: 'inquiry-events', where, limit: 1, depth: 0, ...test })
    return String(docs[0]?.id)
  },
  'payload-locked-documents': async (person) => {
    departments += 1
    const name = `department-${departments}`
    const { id: value } = await payload.create({ collection: 'departments', data: { name, slug: name }, ...test })
    const { id } = await payload.db.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'departments', value },
        user: { relationTo: 'users', value: userOf(person).id },
      },
    })
    return String(id)
  },
  'payload-preferences': async (person) => {
    const { id } = await payload.db.create({
      collection: 'payload-preferences',
      data: { key: randomToken(), user: { relationTo: 'users', value: userOf(person).id }, value: {} },
    })
    return String(id)
  },
}

/** Of two documents, one of the person and one of somebody else, those that a query leaves. */
async function leftBy(where: Where, slug: CollectionSlug, person: Person): Promise<string> {
  const make = made[slug]
  if (!make || person === 'anonymous') return `a query for ${person}`
  const other = person === 'case-officer' ? 'administrator' : 'case-officer'
  const documents = { own: await make(person), other: await make(other) }
  const isLeft = async (id: string) =>
    (await payload.count({ collection: slug, where: { and: [where, { id: { equals: id } }] }, ...test })).totalDocs ===
    1
  const left = { own: await isLeft(documents.own), other: await isLeft(documents.other) }
  if (left.own) return left.other ? 'all' : 'own'
  return left.other ? 'those of others' : 'none'
}

describe('the table', () => {
  it('decides upon every collection and global, and upon nothing else', () => {
    const decided = [...Object.keys(documentRights), ...Object.keys(plainRights)]
    expect(decided.sort()).toEqual(
      configs()
        .map(({ slug }) => slug)
        .sort(),
    )
    expect(Object.keys(globalRights).sort()).toEqual(payload.config.globals.map(({ slug }) => slug).sort())
    const drafted = configs().filter(({ versions }) => versions?.drafts)
    expect(drafted.map(({ slug }) => slug).sort()).toEqual(Object.keys(documentRights).sort())
  })

  it('knows every operation that Payload asks about', () => {
    const asked = new Set(configs().flatMap(({ access }) => Object.keys(access)))
    expect([...asked].sort()).toEqual(['admin', 'create', 'delete', 'read', 'readVersions', 'unlock', 'update'])
  })

  const requestOf = (person: Person) =>
    ({ user: users.get(person) ?? null, payload, context: {} }) as unknown as PayloadRequest

  it.each(Object.entries<PlainRights>(plainRights))('is what the access functions of %s say', async (name, rights) => {
    const slug = name as CollectionSlug
    const lines: string[] = []
    const { access } = payload.collections[slug].config
    const cells: [operation: 'create' | 'read' | 'update' | 'delete' | 'readVersions', who: Whose][] = [
      ['create', { all: rights.create }],
      ['read', rights.read === 'everybody' ? everyone : rights.read],
      ['update', rights.update],
      ['delete', rights.delete],
      ['readVersions', { all: rights.readVersions ?? [] }],
    ]
    for (const [operation, who] of cells) {
      for (const person of people) {
        // What Payload fills no function in for has no such operation.
        const answer = (await access[operation]?.({ req: requestOf(person), data: {} } as never)) ?? false
        const got = typeof answer === 'object' ? await leftBy(answer as Where, slug, person) : answer && 'all'
        const wanted = (isAmong(who.all, person) && 'all') || (isAmong(who.own, person) && 'own')
        if (got !== wanted) lines.push(`${operation} by ${person}: ${got} instead of ${wanted}`)
      }
    }
    expect(lines).toEqual([])
  })

  it.each(Object.entries<DocumentRights>(documentRights))(
    'is what the access functions of %s say before anything is stored',
    async (slug, { create, readDrafts, unpublished }) => {
      const lines: string[] = []
      const { access } = payload.collections[slug as CollectionSlug].config
      for (const person of people) {
        const req = requestOf(person)
        const got = {
          create: await access.create({ req, data: {} } as never),
          publish: await access.create({ req, data: { _status: 'published' } } as never),
          read: await access.read({ req } as never),
          readVersions: await access.readVersions({ req } as never),
        }
        const wanted = {
          create: isAmong(create, person),
          publish: isAmong(create, person) && isAmong(unpublished.publish, person),
          read: isAmong(readDrafts, person) || { _status: { equals: 'published' } },
          readVersions: isAmong(readDrafts, person),
        }
        if (JSON.stringify(got) !== JSON.stringify(wanted)) lines.push(`${person}: ${JSON.stringify(got)}`)
      }
      expect(lines).toEqual([])
    },
  )

  it('knows no locked account, which anybody could have locked and somebody would have to open', async () => {
    for (const person of people) {
      const { status } = await rest(person, 'POST', '/users/unlock', { email: 'auditor@example.org' })
      expect({ person, status }).toEqual({ person, status: 403 })
    }
  })
})
