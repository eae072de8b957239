import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { seedServices } from '@/seed/services'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { rest, signIn, tokenOf, whoIs } from '../setup/rest'

/** Several who write one document in the same moment: every one of them is answered, and never by a failure. */

const WRITERS = 6
const account = { email: 'editor@example.test', password: 'a long enough password 1' }
const test = asSystem('test-setup')

let payload: Payload
let stop: () => Promise<void>
let token: string

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await payload.create({ collection: 'users', data: { name: 'هند', roles: ['administrator'], ...account }, ...test })
  await seedPolicies(payload)
  await seedServices(payload)
  token = await tokenOf(account)
})
afterAll(() => stop())

const many = <T>(work: (index: number) => Promise<T>, count = WRITERS) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

/** The statuses, with what was said by those that are no success. */
const answered = (responses: readonly Response[]) =>
  Promise.all(responses.map(async (response) => (response.ok ? 200 : `${response.status} ${await response.text()}`)))

const ok = (count = WRITERS) => Array.from({ length: count }, () => 200)

const anyService = async () => {
  const { docs } = await payload.find({ collection: 'services', limit: 1, depth: 0, locale: 'ar', ...test })
  const [service] = docs
  if (!service) throw new Error('There is no service.')
  return service
}

describe('saves at the same moment', () => {
  it('of one service are all taken, one after the other, with a version each', async () => {
    const { id, steps } = await anyService()
    const versions = async () =>
      (await payload.countVersions({ collection: 'services', where: { parent: { equals: id } }, ...test })).totalDocs
    const before = await versions()
    const responses = await many((index) =>
      rest({
        method: 'PATCH',
        path: `services/${id}?locale=ar`,
        data: { title: `خدمة ${index}`, steps, _status: 'published' },
        token,
      }),
    )
    expect(await answered(responses)).toEqual(ok())
    const saved = await payload.findByID({ collection: 'services', id, depth: 0, locale: 'ar', ...test })
    expect(saved.title).toMatch(/^خدمة \d$/)
    expect(saved.steps?.map(({ detail }) => detail)).toEqual(steps?.map(({ detail }) => detail))
    expect(await versions()).toBe(before + WRITERS)
  })

  it('of the association are all taken', async () => {
    const responses = await many((index) =>
      rest({ method: 'POST', path: 'globals/association?locale=ar', data: { description: `تعريف ${index}` }, token }),
    )
    expect(await answered(responses)).toEqual(ok())
  })

  it('of many services by one command and by hand are all taken', async () => {
    const { id } = await anyService()
    const responses = await Promise.all([
      rest({ method: 'PATCH', path: 'services?where[order][greater_than]=-1&locale=ar', data: { order: 7 }, token }),
      rest({ method: 'PATCH', path: `services/${id}?locale=ar`, data: { order: 8 }, token }),
      rest({ method: 'PATCH', path: `services/${id}?locale=ar`, data: { order: 9 }, token }),
    ])
    expect(await answered(responses)).toEqual(ok(3))
  })

  it('of one preference are all taken', async () => {
    const responses = await many((index) =>
      rest({ method: 'POST', path: 'payload-preferences/nav', data: { value: { open: index } }, token }),
    )
    expect(await answered(responses)).toEqual(ok())
  })
})

describe('one account at the same moment', () => {
  it('signs in from several devices', async () => {
    expect(await answered(await many(() => signIn(account)))).toEqual(ok())
  })

  it('has its sessions renewed from several devices, and stays signed in on each', async () => {
    const tokens: string[] = []
    for (let device = 0; device < WRITERS; device += 1) tokens.push(await tokenOf(account))
    const responses = await many((index) =>
      rest({ method: 'POST', path: 'users/refresh-token', token: tokens[index] ?? '' }),
    )
    expect(await answered(responses)).toEqual(ok())
    const people = await Promise.all(tokens.map(whoIs))
    expect(people.map((person) => person?.email)).toEqual(tokens.map(() => account.email))
  })
})

describe.runIf(env().databaseKind === 'mongodb' && inject('mongoHasTransactions'))(
  'a write that stays in the way',
  () => {
    it.each([
      ['ar', /يُرجى تكرار الحفظ/],
      ['en', /please save again/],
    ] as const)('is answered in words, in %s, and undoes nothing of the other one', async (language, words) => {
      const { id } = await anyService()
      const transactionID = String(await payload.db.beginTransaction())
      const other = { transactionID, payload } as never
      await payload.db.updateOne({ collection: 'services', id, data: { order: 77 }, req: other })
      const answer = await rest({
        method: 'PATCH',
        path: `services/${id}?locale=ar`,
        data: { order: 5 },
        token,
        language,
      })
      expect([answer.status, await answer.json()]).toEqual([
        409,
        { errors: [{ name: 'QueryError', message: expect.stringMatching(words) }] },
      ])
      expect(nonEmpty(answer.headers.keys()).filter((name) => name.startsWith('x-'))).toEqual([])
      await payload.db.commitTransaction(transactionID)
      const saved = await payload.findByID({ collection: 'services', id, depth: 0, ...test })
      expect(saved.order).toBe(77)
    })
  },
)

vi.setConfig({ testTimeout: 60_000 })
