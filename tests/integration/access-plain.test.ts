import type { GlobalSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { globalRights, plainRights, type Whose } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { type Person, people, type Rest, signInAll } from '../setup/people'
import { type Outcome, outcomeOf } from '../setup/rights-walk'

/**
 * The rest of the table of rights: collections without drafts and globals, on real documents over
 * REST. Documents with drafts are walked in access.test.ts.
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

const isAmong = (who: readonly Role[] | undefined, person: Person) => who?.some((role) => role === person) ?? false
const outcome = (isAllowed: boolean): Outcome => (isAllowed ? 'done' : 'no right')
const idOf = (role: Role) => String(users.get(role)?.id)

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
  'working-calendars': {
    make: async (n: number) =>
      payload.create({
        collection: 'working-calendars',
        data: { validFrom: dayAhead(n), hours: workingWeek, holidays: [] },
        ...test,
      }),
    change: { hours: { friday: { opens: '10:00', closes: '12:00' } } },
    field: 'hours.friday.opens',
    changed: '10:00',
  },
  'appointment-times': {
    make: async (n: number) =>
      payload.create({
        collection: 'appointment-times',
        data: { startsAt: dayAhead(n), minutes: 30, placeAr: 'المكتب', placeEn: 'Office', state: 'open', slotKey: '' },
        ...test,
      }),
    change: { noteAr: 'قسم آخر' },
    field: 'noteAr',
  },
  closures: {
    make: async (n: number) =>
      payload.create({
        collection: 'closures',
        data: { nameAr: 'صيانة', nameEn: 'Repairs', firstDay: dayAhead(n) },
        ...test,
      }),
    change: { nameAr: 'قسم آخر' },
    field: 'nameAr',
  },
} as const

/** What has begun is changed by nobody. */
const dayAhead = (n: number) => new Date(Date.UTC(2040, 0, n, 12)).toISOString()
const workingWeek = Object.fromEntries(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'].map((day) => [day, { opens: '08:00', closes: '16:00' }]),
)

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
    // Many documents are looked for among the person's own, and none is found.
    const outcomeFor = ({ all, own }: Whose, person: Person) =>
      outcome(isAmong(all, person) || (isBulk && isAmong(own, person)))
    for (const person of people) {
      made += 1
      const id = String((await make(made)).id)
      const path = isBulk ? `/${slug}?where[id][in]=${id}` : `/${slug}/${id}`
      const updated = outcomeOf(await rest(person, 'PATCH', path, change))
      const wasChanged = await isChanged(id)
      const mayChange = isAmong(plainRights[slug].update.all, person)
      if (wasChanged !== mayChange || updated !== outcomeFor(plainRights[slug].update, person)) {
        lines.push(`update by ${person}: ${updated}, changed: ${wasChanged}`)
      }
      const deleted = outcomeOf(await rest(person, 'DELETE', path))
      const isThere = await exists(id)
      const mayDelete = isAmong(plainRights[slug].delete.all, person)
      if (isThere === mayDelete || deleted !== outcomeFor(plainRights[slug].delete, person)) {
        lines.push(`delete by ${person}: ${deleted}, there: ${isThere}`)
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
      const changed = outcomeOf(await rest(person, 'POST', `/globals/${slug}`, changes[slug](mark)))
      const wasChanged = (await text(slug)).includes(mark)
      if (wasChanged !== isAmong(update, person) || changed !== outcome(wasChanged)) {
        lines.push(`update by ${person}: ${changed}`)
      }
      const versions = outcomeOf(await rest(person, 'GET', `/globals/${slug}/versions?limit=1`))
      if (versions !== outcome(isAmong(readVersions, person))) lines.push(`versions by ${person}: ${versions}`)

      await payload.updateGlobal({ slug, locale: 'ar', data: changes[slug]('بعد') as never, ...test })
      const { docs } = await payload.findGlobalVersions({ slug, sort: '-updatedAt', limit: 2, ...test })
      const restored = outcomeOf(await rest(person, 'POST', `/globals/${slug}/versions/${docs[1]?.id}`))
      const wasRestored = (await text(slug)).includes(wasChanged ? mark : 'قبل')
      if (wasRestored !== isAmong(update, person) || restored !== outcome(wasRestored)) {
        lines.push(`restoring by ${person}: ${restored}`)
      }
    }
    expect(lines).toEqual([])
  })
})

it('the settings of sign-in are read by administrators and auditors, and changed by administrators', async () => {
  const { read, update } = globalRights['sign-in']
  for (const [index, person] of people.entries()) {
    const got = outcomeOf(await rest(person, 'GET', '/globals/sign-in'))
    expect({ person, got }).toEqual({ person, got: outcome(isAmong(read, person)) })
    const changed = outcomeOf(await rest(person, 'POST', '/globals/sign-in', { graceDays: index + 1 }))
    expect({ person, changed }).toEqual({ person, changed: outcome(isAmong(update, person)) })
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
    for (const person of nonEmpty(people.filter((each) => each !== 'editor'))) {
      const refused = outcomeOf(await rest(person, 'DELETE', path))
      // Many locks are looked for among the person's own, and none is found.
      const wanted = outcome(isBulk && person !== 'anonymous')
      expect({ person, refused, isThere: (await read(id)) !== null }).toEqual({
        person,
        refused: wanted,
        isThere: true,
      })
    }
    await rest('editor', 'DELETE', path)
    expect(await read(id)).toBeNull()
  })
})
