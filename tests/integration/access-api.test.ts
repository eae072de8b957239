import { existsSync } from 'node:fs'
import { type CollectionSlug, Forbidden, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { type Role, roles } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { type Person, people, type Rest, signInAll } from '../setup/people'

/** What the API answers whoever asks: what isn't there for anybody, and what a person does with the own account. */

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
const idOf = (role: Role) => String(users.get(role)?.id)

describe('REST', () => {
  it.each([
    ['anonymous', '/pages?sort=title', 200],
    ['anonymous', '/pages?sort=-updatedBy.hash', 400],
    ['anonymous', '/pages?sort=title,updatedBy.resetPasswordToken', 400],
    ['anonymous', '/pages?sort=updatedBy__salt', 400],
    ['auditor', '/pages?sort=-updatedBy.hash', 400],
    ['auditor', '/pages/versions?sort=-version.updatedBy.hash', 400],
    ['auditor', '/pages/versions?sort=-version.updatedAt', 200],
    ['auditor', '/globals/association/versions?sort=-version.updatedBy.hash', 400],
    ['auditor', '/globals/association/versions?sort[]=-updatedAt&sort[]=version.updatedBy.salt', 400],
    ['auditor', '/globals/navigation/versions?sort=version__updatedBy__hash', 400],
    ['auditor', '/globals/navigation/versions?sort=updatedAt,version.updatedBy.hash', 400],
    ['auditor', '/globals/navigation/versions?sort=-version.updatedAt', 200],
  ] as const)('sorts by no field of another document, hidden ones above all: %s %s', async (person, path, status) => {
    expect((await rest(person, 'GET', path)).status).toBe(status)
  })

  it('tells an anonymous client nothing of who wrote what everybody reads', async () => {
    expect((await rest('anonymous', 'GET', '/pages?where[updatedBy][exists]=true')).status).toBe(400)
    expect((await rest('auditor', 'GET', '/pages?where[updatedBy][exists]=true')).status).toBe(200)
  })

  it('answers nobody about submissions and what belongs to them', async () => {
    const off = [
      'appointments',
      'attachments',
      'inquiries',
      'inquiry-events',
      'link-requests',
      'payload-migrations',
      'security-events',
    ]
    off.push(
      'staff-credentials',
      'staff-mails',
      'staff-notice-mails',
      'staff-notices',
      'staff-sessions',
      'survey-disclosures',
    )
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
      for (const { slug, endpoints } of nonEmpty(configs())) {
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
    const sent = { name: `${role} وحده`, roles: ['administrator'], department: department.id }
    expect((await rest(role, 'PATCH', `/users/${idOf(role)}`, sent)).status).toBe(200)
    const kept = await payload.findByID({ collection: 'users', id: idOf(role), depth: 0, ...test })
    // What may be changed was: the save came through, without the rest.
    expect(kept.name).toBe(`${role} وحده`)
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
