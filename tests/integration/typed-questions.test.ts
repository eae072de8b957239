import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let administrator: User

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const user = await payload.create({
    collection: 'users',
    data: { name: 'مديرة', email: 'admin@example.org', password: 'four words to remember', roles: ['administrator'] },
    ...asSystem('test-setup'),
  })
  administrator = { ...user, collection: 'users' }
}, 60_000)
afterAll(() => stop())

/** As a member of staff, by the rules of access. */
const asStaff = () => ({ overrideAccess: false, user: administrator }) as const

describe('a question of a list', () => {
  it.each<[string, unknown]>([
    ['marks around the word', '\u200fمديرة\u200b'],
    ['a word among a hundred thousand blanks', `مديرة${' '.repeat(100_000)}`],
  ])('is read with %s', async (_, like) => {
    const { totalDocs } = await payload.find({ collection: 'users', where: { name: { like } } as never, ...asStaff() })
    expect(totalDocs).toBe(1)
  })

  it.each<[string, unknown]>([
    ['fifty thousand words', 'م '.repeat(50_000)],
    ['a hundred thousand letters', 'ن'.repeat(100_000)],
    ['a hundred thousand signs of patterns', '%_'.repeat(50_000)],
    ['no text at all', 5],
  ])('is no failure with %s', async (_, like) => {
    const started = performance.now()
    for (const operator of ['like', 'contains', 'not_like']) {
      const where = { or: [{ name: { [operator]: like } }, { email: { [operator]: like } }] }
      const outcome = await payload.find({ collection: 'users', where: where as never, ...asStaff() }).then(
        ({ docs }) => `${docs.length} found`,
        (error: Error) => error.message,
      )
      // SecantusDB takes patterns of 1,000 characters, MongoDB of 32,764.
      expect(`${operator}: ${outcome}`).toMatch(/: \d+ found$|: regex pattern of \d+ chars exceeds the 1000-char cap$/)
    }
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
