import { existsSync } from 'node:fs'
import {
  type CollectionSlug,
  Forbidden,
  type GlobalSlug,
  handleEndpoints,
  type Payload,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { type Role, roles } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from '../setup/payload'

/**
 * Who may do what, in one table. Every collection and global of the configuration, every operation
 * and every role is walked against it, through its access function, the Local API and REST.
 * A cell that the table doesn't hold fails, so a new collection is decided upon here.
 */

const people = ['anonymous', ...roles] as const
type Person = (typeof people)[number]

/** `some`: only documents that match a condition; what the condition is, is tested where it is written. */
interface Cell {
  all?: readonly Person[]
  some?: readonly Person[]
}

const nobody: Cell = {}
const everybody: Cell = { all: people }
const staff: Cell = { all: roles }
const administrators: Cell = { all: ['administrator'] }
const editors: Cell = { all: ['administrator', 'editor'] }
const editorsAndApprovers: Cell = { all: ['administrator', 'editor', 'approver'] }
const contentStaff: Cell = { all: ['administrator', 'editor', 'approver', 'auditor'] }
const publishedOrContentStaff: Cell = { ...contentStaff, some: ['anonymous', 'case-officer', 'department-lead'] }
/** A department's lead: the cases of the department and those assigned to them. */
const caseStaff: Cell = { all: ['administrator', 'case-officer', 'auditor'], some: ['department-lead'] }

const operations = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock', 'admin'] as const
type Operation = (typeof operations)[number]
type Row = Record<Exclude<Operation, 'unlock' | 'admin'>, Cell> & {
  /** Accounts only. */
  unlock?: Cell
  admin?: Cell
  /** REST answers nobody, whoever asks. */
  isRestOff?: boolean
}

/** What only the system writes, and nobody reads but through its own use cases. */
const sealed: Row = {
  create: nobody,
  read: nobody,
  update: nobody,
  delete: nobody,
  readVersions: nobody,
  isRestOff: true,
}

const collections: Record<CollectionSlug, Row> = {
  users: {
    create: administrators,
    read: staff,
    update: { all: ['administrator'], some: ['editor', 'approver', 'case-officer', 'department-lead', 'auditor'] },
    delete: administrators,
    readVersions: nobody,
    unlock: administrators,
    admin: staff,
  },
  departments: {
    create: administrators,
    read: staff,
    update: administrators,
    delete: administrators,
    readVersions: nobody,
  },
  pages: {
    create: editors,
    read: publishedOrContentStaff,
    update: editors,
    delete: nobody,
    readVersions: contentStaff,
  },
  media: { create: editors, read: everybody, update: editors, delete: editors, readVersions: nobody },
  policies: {
    create: editorsAndApprovers,
    read: publishedOrContentStaff,
    update: editorsAndApprovers,
    delete: administrators,
    readVersions: contentStaff,
  },
  editions: {
    create: editorsAndApprovers,
    read: publishedOrContentStaff,
    // An approved edition is closed to all.
    update: { some: ['administrator', 'editor', 'approver'] },
    delete: { some: ['administrator', 'editor'] },
    readVersions: contentStaff,
  },
  services: {
    create: editors,
    read: publishedOrContentStaff,
    update: editors,
    delete: administrators,
    readVersions: contentStaff,
  },
  inquiries: { ...sealed, read: caseStaff },
  'inquiry-events': { ...sealed, read: caseStaff },
  // A lead reads a file through its case only.
  attachments: { ...sealed, read: { all: ['administrator', 'case-officer', 'auditor'] } },
  surveys: {
    create: editors,
    read: publishedOrContentStaff,
    update: editorsAndApprovers,
    delete: editors,
    readVersions: contentStaff,
  },
  'survey-responses': sealed,
  'survey-invitations': sealed,
  'survey-disclosures': {
    ...sealed,
    read: { all: ['administrator', 'auditor'] },
    admin: { all: ['administrator', 'auditor'] },
  },
  'system-records': sealed,
  // Payload's own: who edits a document now, and how a person likes the panel.
  'payload-locked-documents': { create: staff, read: staff, update: staff, delete: staff, readVersions: staff },
  'payload-preferences': {
    create: staff,
    read: { some: roles },
    update: { some: roles },
    delete: { some: roles },
    readVersions: staff,
  },
  'payload-migrations': {
    create: staff,
    read: staff,
    update: staff,
    delete: staff,
    readVersions: staff,
    isRestOff: true,
  },
  'payload-kv': { ...sealed, isRestOff: false, readVersions: staff },
}

type GlobalOperation = 'read' | 'update' | 'readVersions'
const siteGlobal = { read: everybody, update: editors, readVersions: contentStaff }
const globals: Record<GlobalSlug, Record<GlobalOperation, Cell>> = { association: siteGlobal, navigation: siteGlobal }

type Outcome = 'all' | 'some' | 'none'
function expected(cell: Cell | undefined, person: Person): Outcome {
  if (cell?.all?.includes(person)) return 'all'
  return cell?.some?.includes(person) ? 'some' : 'none'
}

let payload: Payload
let stop: () => Promise<void>
const users = new Map<Person, User>()
const tokens = new Map<Person, string>()

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  for (const role of roles) {
    const account = { email: `${role}@example.org`, password: 'four words to remember' }
    await payload.create({
      collection: 'users',
      data: { name: role, roles: [role], ...account },
      ...asSystem('test-setup'),
    })
    const { user, token } = await payload.login({ collection: 'users', data: account, overrideAccess: true })
    users.set(role, user as User)
    tokens.set(role, String(token))
  }
}, 60_000)
afterAll(() => stop())

/** Of no document on either database. */
const noDocument = { id: { equals: '000000000000000000000000' } }

/** Everything that doesn't agree with the table, as lines a person can read. */
async function disagreements(
  cells: readonly { name: string; cell: Cell | undefined; find: (person: Person) => Promise<Outcome | null> }[],
): Promise<string[]> {
  const found: string[] = []
  for (const { name, cell, find } of cells) {
    for (const person of people) {
      const outcome = await find(person)
      const wanted = expected(cell, person)
      // A door says whether it opens; which documents it shows, only the access function says.
      const isSame = outcome === null || outcome === wanted || (outcome === 'all' && wanted === 'some')
      if (!isSame) found.push(`${name}, ${person}: ${outcome} instead of ${wanted}`)
    }
  }
  return found
}

async function outcomeOf(operation: () => unknown): Promise<Outcome> {
  try {
    await operation()
    return 'all'
  } catch (error) {
    // Anything else comes after access was granted: what was sent is empty on purpose.
    return error instanceof Forbidden ? 'none' : 'all'
  }
}

async function rest(person: Person, method: string, path: string, body?: object): Promise<number> {
  const token = tokens.get(person)
  const request = new Request(`http://127.0.0.1:3000/api${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `JWT ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await handleEndpoints({ config: payload.config, request })).status
}

const outcomeOfStatus = (status: number): Outcome => (status === 401 || status === 403 ? 'none' : 'all')
const where = `where[id][equals]=${noDocument.id.equals}`

const configs = () => Object.values(payload.collections).map(({ config }) => config)
const rowOf = ({ slug }: SanitizedCollectionConfig): Row | undefined => collections[slug as CollectionSlug]

describe('the table', () => {
  it('decides upon every collection and global, and upon nothing else', () => {
    expect(Object.keys(collections).sort()).toEqual(
      configs()
        .map(({ slug }) => slug)
        .sort(),
    )
    expect(Object.keys(globals).sort()).toEqual(payload.config.globals.map(({ slug }) => slug).sort())
  })

  it('knows every operation that Payload asks about', () => {
    const asked = new Set(configs().flatMap(({ access }) => Object.keys(access)))
    expect([...asked].filter((operation) => !operations.some((known) => known === operation))).toEqual([])
  })

  it('is what the access functions of collections say', async () => {
    const ask = (config: SanitizedCollectionConfig, operation: Operation) => async (person: Person) => {
      const access = config.access[operation]
      if (!access) return null
      const user = users.get(person) ?? null
      const req = { user, payload, context: {}, headers: new Headers() } as unknown as PayloadRequest
      const result = await access({ req, data: {} } as never)
      if (typeof result === 'object' && result !== null) return 'some'
      return result ? 'all' : 'none'
    }
    const cells = configs().flatMap((config) =>
      operations
        // Only accounts are unlocked, and only theirs is the door to the panel.
        .filter((operation) => (operation !== 'unlock' && operation !== 'admin') || config.slug === 'users')
        .map((operation) => ({
          name: `${config.slug}.${operation}`,
          cell: rowOf(config)?.[operation],
          find: ask(config, operation),
        })),
    )
    expect(cells.length).toBeGreaterThan(60)
    const found: string[] = []
    for (const { name, cell, find } of cells) {
      for (const person of people) {
        const outcome = await find(person)
        if (outcome !== null && outcome !== expected(cell, person)) {
          found.push(`${name}, ${person}: ${outcome} instead of ${expected(cell, person)}`)
        }
      }
    }
    expect(found).toEqual([])
  })
})

describe('the Local API', () => {
  it('opens to whom the table says', async () => {
    const cells = configs().flatMap((config) => {
      const slug = config.slug as CollectionSlug
      const as = (person: Person) =>
        ({ collection: slug, overrideAccess: false, user: users.get(person) ?? null, depth: 0 }) as const
      const doors: Partial<Record<Operation, (person: Person) => unknown>> = {
        create: (person) => payload.create({ ...as(person), data: {} } as never),
        read: (person) => payload.find({ ...as(person), limit: 1 }),
        update: (person) => payload.update({ ...as(person), where: noDocument, data: {} } as never),
        delete: (person) => payload.delete({ ...as(person), where: noDocument }),
        ...(config.versions && {
          readVersions: (person: Person) => payload.findVersions({ ...as(person), limit: 1 }),
        }),
      }
      return Object.entries(doors).map(([operation, door]) => ({
        name: `${slug}.${operation}`,
        cell: rowOf(config)?.[operation as Operation],
        find: (person: Person) => outcomeOf(() => door(person)),
      }))
    })
    expect(await disagreements(cells)).toEqual([])
  })

  it('opens globals to whom the table says', async () => {
    const cells = payload.config.globals.flatMap((config) => {
      const slug = config.slug as GlobalSlug
      const as = (person: Person) => ({ slug, overrideAccess: false, user: users.get(person) ?? null }) as const
      const doors: Record<GlobalOperation, (person: Person) => unknown> = {
        read: (person) => payload.findGlobal(as(person)),
        update: (person) => payload.updateGlobal({ ...as(person), data: {} } as never),
        readVersions: (person) => payload.findGlobalVersions({ ...as(person), limit: 1 }),
      }
      return Object.entries(doors)
        .filter(([operation]) => operation !== 'readVersions' || config.versions)
        .map(([operation, door]) => ({
          name: `${slug}.${operation}`,
          cell: globals[slug][operation as GlobalOperation],
          find: (person: Person) => outcomeOf(() => door(person)),
        }))
    })
    expect(await disagreements(cells)).toEqual([])
  })
})

describe('REST', () => {
  it('opens to whom the table says', async () => {
    const cells = configs()
      .filter((config) => config.endpoints !== false)
      .flatMap((config) => {
        const { slug } = config
        const doors: Partial<Record<Operation, (person: Person) => Promise<number>>> = {
          create: (person) => rest(person, 'POST', `/${slug}`, {}),
          read: (person) => rest(person, 'GET', `/${slug}?limit=1`),
          update: (person) => rest(person, 'PATCH', `/${slug}?${where}`, {}),
          delete: (person) => rest(person, 'DELETE', `/${slug}?${where}`),
          ...(config.versions && {
            readVersions: (person: Person) => rest(person, 'GET', `/${slug}/versions?limit=1`),
          }),
          ...(config.auth && {
            unlock: (person: Person) => rest(person, 'POST', `/${slug}/unlock`, { email: 'auditor@example.org' }),
          }),
        }
        return Object.entries(doors).map(([operation, door]) => ({
          name: `${operation} /api/${slug}`,
          cell: rowOf(config)?.[operation as Operation],
          find: async (person: Person) => outcomeOfStatus(await door(person)),
        }))
      })
    expect(await disagreements(cells)).toEqual([])
  })

  it('opens globals to whom the table says', async () => {
    const cells = payload.config.globals.flatMap(({ slug }) => {
      const doors: Record<'read' | 'update', (person: Person) => Promise<number>> = {
        read: (person) => rest(person, 'GET', `/globals/${slug}`),
        update: (person) => rest(person, 'POST', `/globals/${slug}`, {}),
      }
      return Object.entries(doors).map(([operation, door]) => ({
        name: `${operation} /api/globals/${slug}`,
        cell: globals[slug as GlobalSlug][operation as GlobalOperation],
        find: async (person: Person) => outcomeOfStatus(await door(person)),
      }))
    })
    expect(await disagreements(cells)).toEqual([])
  })

  it('sorts by no field of another document, hidden ones above all', async () => {
    for (const [path, status] of [
      ['title', 200],
      ['-updatedBy.hash', 400],
      ['title,updatedBy.resetPasswordToken', 400],
      ['updatedBy__salt', 400],
    ] as const) {
      expect({ path, status: await rest('anonymous', 'GET', `/pages?sort=${path}`) }).toEqual({ path, status })
    }
    expect(await rest('auditor', 'GET', '/pages/versions?sort=-version.updatedBy.hash')).toBe(400)
    expect(await rest('auditor', 'GET', '/pages/versions?sort=-version.updatedAt')).toBe(200)
  })

  it('tells a stranger nothing of who wrote what everybody reads', async () => {
    expect(await rest('anonymous', 'GET', '/pages?where[updatedBy][exists]=true')).toBe(400)
    expect(await rest('auditor', 'GET', '/pages?where[updatedBy][exists]=true')).toBe(200)
  })

  it('answers nobody about submissions and what belongs to them', async () => {
    const off = Object.entries(collections)
      .filter(([, row]) => row.isRestOff)
      .map(([slug]) => slug)
    expect(off.sort()).toEqual(
      configs()
        .filter(({ endpoints }) => endpoints === false)
        .map(({ slug }) => slug)
        .sort(),
    )
    for (const slug of off) {
      for (const person of people) {
        for (const path of [`/${slug}`, `/${slug}/1`, `/${slug}/count`, `/${slug}/file/1`]) {
          for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
            const status = await rest(person, method, path, method === 'GET' ? undefined : {})
            expect({ path, method, person, status }).toEqual({ path, method, person, status: 501 })
          }
        }
      }
    }
  })

  it.each(['page=-1&limit=-5', 'limit=-5', 'page=1.5', 'limit=99999999999999999999', 'page=9007199254740991&limit=10'])(
    'refuses a page that cannot be, instead of failing: %s',
    async (query) => {
      // Payload's own records are closed to strangers, and out of a plugin's reach.
      for (const { slug, endpoints } of configs()) {
        if (endpoints === false || slug.startsWith('payload-')) continue
        const answered = await rest('administrator', 'GET', `/${slug}?${query}`)
        expect({ slug, answered }).toEqual({ slug, answered: 400 })
      }
      expect(await rest('administrator', 'GET', '/policies/versions?page=-1&limit=-5')).toBe(400)
    },
  )

  it('verifies no addresses, and does not fail over it', async () => {
    expect(await rest('anonymous', 'POST', '/users/verify/x')).toBe(404)
  })

  it('shows files of upload collections to whom the table lets read', async () => {
    const uploads = configs().filter(({ upload }) => upload)
    expect(uploads.map(({ slug }) => slug)).toEqual(['media'])
    const cells = uploads.map((config) => ({
      name: `file of ${config.slug}`,
      cell: rowOf(config)?.read,
      find: async (person: Person) => outcomeOfStatus(await rest(person, 'GET', `/${config.slug}/file/none.png`)),
    }))
    expect(await disagreements(cells)).toEqual([])
  })
})

describe('GraphQL', () => {
  it('is not there', async () => {
    expect(payload.config.graphQL.disable).toBe(true)
    expect(existsSync('src/app/(payload)/api/graphql')).toBe(false)
    expect(await rest('administrator', 'POST', '/graphql', { query: '{ __typename }' })).toBe(404)
  })
})

describe("a person's own account", () => {
  const as = (role: Role) => ({ overrideAccess: false, user: users.get(role) ?? null, depth: 0 }) as const
  const idOf = (role: Role) => String(users.get(role)?.id)

  it.each(roles)('takes a new name from its own %s', async (role) => {
    const updated = await payload.update({
      collection: 'users',
      id: idOf(role),
      data: { name: `${role} بعد التعديل` },
      ...as(role),
    })
    expect(updated.name).toBe(`${role} بعد التعديل`)
  })

  it.each(roles.filter((role) => role !== 'administrator'))('gives no %s another role or department', async (role) => {
    const department = await payload.create({
      collection: 'departments',
      data: { name: 'قسم', slug: `department-of-${role}` },
      ...asSystem('test-setup'),
    })
    await payload.update({
      collection: 'users',
      id: idOf(role),
      data: { roles: ['administrator'], department: department.id },
      ...as(role),
    })
    const kept = await payload.findByID({ collection: 'users', id: idOf(role), depth: 0, ...asSystem('test-setup') })
    expect(kept.roles).toEqual([role])
    expect(kept.department ?? null).toBeNull()
  })

  it.each(roles.filter((role) => role !== 'administrator'))('is closed to every other %s', async (role) => {
    await expect(
      payload.update({
        collection: 'users',
        id: idOf('administrator'),
        data: { password: 'another four words' },
        ...as(role),
      }),
    ).rejects.toBeInstanceOf(Forbidden)
  })
})
