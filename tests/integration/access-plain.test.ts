import { existsSync } from 'node:fs'
import { type CollectionSlug, Forbidden, type GlobalSlug, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { type Role, roles } from '@/platform/access'
import { documentRights, globalRights, type PlainRights, plainRights, type Whose } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from '../setup/payload'
import { type Person, people, type Rest, signInAll } from '../setup/people'

/**
 * The rest of the table of rights: collections without drafts and globals, on real documents over
 * REST, and what isn't there for anybody. Documents with drafts are walked in access.test.ts.
 */

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
const isRestOff = (slug: string) => payload.collections[slug as CollectionSlug].config.endpoints === false
const everyone: Whose = { all: [...people] as Role[] }
const isAmong = (who: readonly Role[] | undefined, person: Person) => who?.some((role) => role === person) ?? false
const idOf = (role: Role) => String(users.get(role)?.id)

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
    const known = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock', 'admin']
    const asked = new Set(configs().flatMap(({ access }) => Object.keys(access)))
    expect([...asked].filter((operation) => !known.includes(operation))).toEqual([])
  })

  it('is what the access functions of collections without drafts say', async () => {
    const lines: string[] = []
    for (const [slug, rights] of Object.entries<PlainRights>(plainRights)) {
      const { access } = payload.collections[slug as CollectionSlug].config
      const cells: [operation: 'create' | 'read' | 'update' | 'delete' | 'readVersions', who: Whose][] = [
        ['create', { all: rights.create }],
        ['read', rights.read === 'everybody' ? everyone : rights.read],
        ['update', rights.update],
        ['delete', rights.delete],
        ['readVersions', { all: rights.readVersions ?? [] }],
      ]
      for (const [operation, who] of cells) {
        for (const person of people) {
          const req = { user: users.get(person) ?? null, payload, context: {} } as unknown as PayloadRequest
          // What Payload fills no function in for has no such operation.
          const answered = (await access[operation]?.({ req, data: {} } as never)) ?? false
          const got = typeof answered === 'object' ? 'own' : answered && 'all'
          const wanted = (isAmong(who.all, person) && 'all') || (isAmong(who.own, person) && 'own')
          if (got !== wanted) lines.push(`${slug}.${operation} by ${person}: ${got} instead of ${wanted}`)
        }
      }
    }
    expect(lines).toEqual([])
  })

  it('knows no locked account, which anybody could have locked and somebody would have to open', async () => {
    for (const person of people) {
      const { status } = await rest(person, 'POST', '/users/unlock', { email: 'auditor@example.org' })
      expect({ person, status }).toEqual({ person, status: 403 })
    }
  })
})

/** Real documents without drafts that people change over REST, and what is sent to change them. */
const real = {
  departments: {
    make: async (n: number) =>
      payload.create({ collection: 'departments', data: { name: 'قسم', slug: `department-${n}` }, ...test }),
    change: { name: 'قسم آخر' },
    field: 'name',
  },
  media: {
    make: async (n: number) =>
      payload.create({
        collection: 'media',
        data: {},
        file: { name: `${n}.txt`, data: Buffer.from(`نص ${n}`), mimetype: 'text/plain', size: 10 },
        ...test,
      }),
    change: { alt: { ar: 'قسم آخر' } },
    field: 'alt.ar',
  },
  users: {
    make: async (n: number) =>
      payload.create({
        collection: 'users',
        data: { name: 'موظف', email: `${n}@example.org`, password: 'four words to remember', roles: ['auditor'] },
        ...test,
      }),
    change: { name: 'قسم آخر' },
    field: 'name',
  },
  'search-synonyms': {
    make: async (n: number) =>
      payload.create({ collection: 'search-synonyms', data: { words: `كلمة${n}، word${n}` }, ...test }),
    change: { words: 'قسم آخر, another department' },
    field: 'words',
    changed: 'قسم آخر، another department',
  },
} as const

let made = 0

describe.each(Object.keys(real) as (keyof typeof real)[])('%s', (slug) => {
  const { change, field, make } = real[slug]
  const changed = 'changed' in real[slug] ? real[slug].changed : 'قسم آخر'
  const exists = async (id: string) =>
    (await payload.count({ collection: slug, where: { id: { equals: id } }, ...test })).totalDocs === 1
  const isChanged = async (id: string) =>
    (
      await payload.count({
        collection: slug,
        where: { and: [{ id: { equals: id } }, { [field]: { equals: changed } }] },
        ...test,
      })
    ).totalDocs === 1

  it.each([false, true])('are changed and deleted by whom the table says, in bulk: %s', async (isBulk) => {
    const lines: string[] = []
    for (const person of people) {
      made += 1
      const id = String((await make(made)).id)
      const path = isBulk ? `/${slug}?where[id][in]=${id}` : `/${slug}/${id}`
      const updated = await rest(person, 'PATCH', path, change)
      const wasChanged = await isChanged(id)
      const mayChange = isAmong(plainRights[slug].update.all, person)
      if (wasChanged !== mayChange || (!mayChange && !isBulk && updated.status < 400)) {
        lines.push(`update by ${person}: ${updated.status}, changed: ${wasChanged}`)
      }
      const deleted = await rest(person, 'DELETE', path)
      const isThere = await exists(id)
      const mayDelete = isAmong(plainRights[slug].delete.all, person)
      if (isThere === mayDelete || (!mayDelete && !isBulk && deleted.status < 400)) {
        lines.push(`delete by ${person}: ${deleted.status}, there: ${isThere}`)
      }
    }
    expect(lines).toEqual([])
  })
})

describe('globals', () => {
  const slugs = ['association', 'navigation'] as const satisfies GlobalSlug[]
  const changes: Record<(typeof slugs)[number], (text: string) => object> = {
    association: (text) => ({ description: text }),
    navigation: (text) => ({ header: [{ page: 'custom', label: text, url: '/ar' }] }),
  }
  const text = async (slug: (typeof slugs)[number]) =>
    JSON.stringify(await payload.findGlobal({ slug, locale: 'ar', ...test }))

  it.each(slugs)('%s is read by everybody, and changed and restored by whom the table says', async (slug) => {
    const { readVersions, update } = globalRights[slug]
    const lines: string[] = []
    for (const person of people) {
      const mark = `كتبه ${person}`
      expect((await rest(person, 'GET', `/globals/${slug}`)).status).toBe(200)
      await payload.updateGlobal({ slug, locale: 'ar', data: changes[slug]('قبل') as never, ...test })
      const { status } = await rest(person, 'POST', `/globals/${slug}`, changes[slug](mark))
      const wasChanged = (await text(slug)).includes(mark)
      if (wasChanged !== isAmong(update, person) || (!wasChanged && status !== 403))
        lines.push(`update by ${person}: ${status}`)
      const versions = (await rest(person, 'GET', `/globals/${slug}/versions?limit=1`)).status
      if ((versions === 200) !== isAmong(readVersions, person)) lines.push(`versions by ${person}: ${versions}`)

      await payload.updateGlobal({ slug, locale: 'ar', data: changes[slug]('بعد') as never, ...test })
      const { docs } = await payload.findGlobalVersions({ slug, sort: '-updatedAt', limit: 2, ...test })
      const restored = await rest(person, 'POST', `/globals/${slug}/versions/${docs[1]?.id}`)
      const wasRestored = !(await text(slug)).includes('بعد')
      if (wasRestored !== isAmong(update, person)) lines.push(`restoring by ${person}: ${restored.status}`)
    }
    expect(lines).toEqual([])
  })
})

it('the settings of sign-in are read by administrators and auditors, and changed by administrators', async () => {
  const { read, update } = globalRights['sign-in']
  for (const [index, person] of people.entries()) {
    const got = await rest(person, 'GET', '/globals/sign-in')
    expect({ person, isRead: got.status === 200 }).toEqual({ person, isRead: isAmong(read, person) })
    const changed = await rest(person, 'POST', '/globals/sign-in', { graceDays: index + 1 })
    expect({ person, isChanged: changed.status === 200 }).toEqual({ person, isChanged: isAmong(update, person) })
    const { graceDays } = await payload.findGlobal({ slug: 'sign-in', ...test })
    expect(graceDays === index + 1).toBe(isAmong(update, person))
  }
})

describe('a lock of a document', () => {
  const lock = async (owner: Role) => {
    const service = await payload.create({
      collection: 'departments',
      data: { name: 'قسم', slug: `locked-${Math.floor(Math.random() * 1e9)}` },
      ...test,
    })
    const { id } = await payload.db.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'departments', value: service.id },
        user: { relationTo: 'users', value: idOf(owner) },
      },
    })
    return { id: String(id), document: service.id }
  }
  const read = async (id: string) => {
    const { docs } = await payload.find({
      collection: 'payload-locked-documents',
      where: { id: { equals: id } },
      depth: 0,
      limit: 1,
      ...test,
    })
    return docs[0] ?? null
  }

  it('is made by nobody over REST, and so in nobody’s name', async () => {
    const { document } = await lock('editor')
    for (const person of people) {
      const { status } = await rest(person, 'POST', '/payload-locked-documents', {
        document: { relationTo: 'departments', value: document },
        user: { relationTo: 'users', value: idOf('editor') },
      })
      expect({ person, status }).toEqual({ person, status: 403 })
    }
  })

  it('is taken over in one’s own name only, and stays on its document', async () => {
    const { id, document } = await lock('editor')
    const other = await lock('editor')
    const { status } = await rest('auditor', 'PATCH', `/payload-locked-documents/${id}`, {
      user: { relationTo: 'users', value: idOf('administrator') },
      document: { relationTo: 'departments', value: other.document },
    })
    expect(status).toBe(200)
    expect(await read(id)).toMatchObject({
      user: { relationTo: 'users', value: idOf('auditor') },
      document: { relationTo: 'departments', value: document },
    })
  })

  it.each([false, true])('is lifted by its owner alone, in bulk: %s', async (isBulk) => {
    const { id } = await lock('editor')
    const path = isBulk ? `/payload-locked-documents?where[id][in]=${id}` : `/payload-locked-documents/${id}`
    for (const person of people.filter((each) => each !== 'editor')) {
      await rest(person, 'DELETE', path)
      expect({ person, isThere: (await read(id)) !== null }).toEqual({ person, isThere: true })
    }
    await rest('editor', 'DELETE', path)
    expect(await read(id)).toBeNull()
  })
})

describe('REST', () => {
  it.each([
    ['anonymous', '/pages?sort=title', 200],
    ['anonymous', '/pages?sort=-updatedBy.hash', 400],
    ['anonymous', '/pages?sort=title,updatedBy.resetPasswordToken', 400],
    ['anonymous', '/pages?sort=updatedBy__salt', 400],
    ['auditor', '/pages/versions?sort=-version.updatedBy.hash', 400],
    ['auditor', '/pages/versions?sort=-version.updatedAt', 200],
    ['auditor', '/globals/association/versions?sort=-version.updatedBy.hash', 400],
    ['auditor', '/globals/association/versions?sort[]=-updatedAt&sort[]=version.updatedBy.salt', 400],
    ['auditor', '/globals/navigation/versions?sort=version__updatedBy__hash', 400],
    ['auditor', '/globals/navigation/versions?sort=-version.updatedAt', 200],
  ] as const)('sorts by no field of another document, hidden ones above all: %s %s', async (person, path, status) => {
    expect((await rest(person, 'GET', path)).status).toBe(status)
  })

  it('tells an anonymous client nothing of who wrote what everybody reads', async () => {
    expect((await rest('anonymous', 'GET', '/pages?where[updatedBy][exists]=true')).status).toBe(400)
    expect((await rest('auditor', 'GET', '/pages?where[updatedBy][exists]=true')).status).toBe(200)
  })

  it('answers nobody about submissions and what belongs to them', async () => {
    const off = ['attachments', 'inquiries', 'inquiry-events', 'payload-migrations', 'security-events']
    off.push('staff-credentials', 'staff-mails', 'staff-sessions', 'survey-disclosures')
    off.push('survey-invitations', 'survey-responses', 'system-records', 'unanswered-searches')
    expect(
      configs()
        .map(({ slug }) => slug)
        .filter(isRestOff)
        .sort(),
    ).toEqual(off)
    for (const slug of off) {
      for (const person of people) {
        for (const path of [`/${slug}`, `/${slug}/1`, `/${slug}/count`, `/${slug}/file/1`]) {
          for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
            const { status } = await rest(person, method, path, method === 'GET' ? null : {})
            expect({ path, method, person, status }).toEqual({ path, method, person, status: 501 })
          }
        }
      }
    }
  })

  it.each(['page=-1&limit=-5', 'limit=-5', 'page=1.5', 'limit=99999999999999999999', 'page=9007199254740991&limit=10'])(
    'refuses a page that cannot be, instead of failing: %s',
    async (query) => {
      // Payload's own records are closed to anonymous clients, and out of a plugin's reach.
      for (const { slug, endpoints } of configs()) {
        if (endpoints === false || slug.startsWith('payload-')) continue
        const { status } = await rest('administrator', 'GET', `/${slug}?${query}`)
        expect({ slug, status }).toEqual({ slug, status: 400 })
      }
      expect((await rest('administrator', 'GET', '/policies/versions?page=-1&limit=-5')).status).toBe(400)
    },
  )

  it('verifies no addresses, and does not fail over it', async () => {
    expect((await rest('anonymous', 'POST', '/users/verify/x')).status).toBe(404)
  })
})

describe('GraphQL', () => {
  it('is not there', async () => {
    expect(payload.config.graphQL.disable).toBe(true)
    expect(existsSync('src/app/(payload)/api/graphql')).toBe(false)
    expect((await rest('administrator', 'POST', '/graphql', { query: '{ __typename }' })).status).toBe(404)
  })
})

describe("a person's own account", () => {
  const as = (role: Role) => ({ overrideAccess: false, user: users.get(role) ?? null, depth: 0 }) as const
  const others = roles.filter((role) => role !== 'administrator')

  it.each(roles)('takes a new name from its own %s', async (role) => {
    const { status } = await rest(role, 'PATCH', `/users/${idOf(role)}`, { name: `${role} بعد التعديل` })
    expect(status).toBe(200)
    const kept = await payload.findByID({ collection: 'users', id: idOf(role), depth: 0, ...test })
    expect(kept.name).toBe(`${role} بعد التعديل`)
  })

  it.each(others)('gives no %s another role or department', async (role) => {
    const department = await payload.create({
      collection: 'departments',
      data: { name: 'قسم', slug: `department-of-${role}` },
      ...test,
    })
    await rest(role, 'PATCH', `/users/${idOf(role)}`, { roles: ['administrator'], department: department.id })
    const kept = await payload.findByID({ collection: 'users', id: idOf(role), depth: 0, ...test })
    expect(kept.roles).toEqual([role])
    expect(kept.department ?? null).toBeNull()
  })

  it.each(others)('is closed to every other %s', async (role) => {
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
