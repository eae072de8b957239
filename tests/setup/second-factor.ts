import { generate } from 'otplib'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { StaffBrowser } from '../factories/staff-browser'
import { dropMails, freshAddress, makePerson, signedInAs, staffPassword } from '../factories/staff-tests'
import { startPayload } from './payload'

/** People with a second factor, on a clock that stands until a test moves it. */

export let payload: Payload

let stop: () => Promise<void>

export const HALF_MINUTE = 30_000

export const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
export const browser = (address = freshAddress()) => new StaffBrowser(payload, address)

export const codeAt = (secret: string, steps = 0) =>
  generate({ secret, epoch: Math.floor((Date.now() + steps * HALF_MINUTE) / 1000) })

/** Turns the second factor on as the panel does. The next code is that of the next half minute. */
export async function enrol(mine: StaffBrowser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { body } = await mine.post('/users/second-factor/start', { currentPassword: staffPassword })
  const secret = String(body.secret)
  const confirmed = await mine.post('/users/second-factor/confirm', {
    enrolment: body.enrolment,
    code: await codeAt(secret),
  })
  expect(confirmed.status).toBe(200)
  pass(HALF_MINUTE)
  return { secret, recoveryCodes: confirmed.body.recoveryCodes as string[] }
}

/** Somebody with a second factor. */
export async function enrolled(roles: Parameters<typeof makePerson>[1] = ['editor']) {
  const person = await makePerson(payload, roles)
  const mine = await signedInAs(payload, person)
  return { person, mine, ...(await enrol(mine)) }
}

export const challengeIn = (answer: { body: Record<string, unknown> }) => String(answer.body.challenge)

/** Registers it for a test file. */
export function withSecondFactor(): void {
  beforeAll(async () => {
    ;({ payload, stop } = await startPayload())
  }, 60_000)
  afterAll(() => stop())
  // Codes live half a minute: each test begins at the start of one, and moves its clock itself.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / HALF_MINUTE) * HALF_MINUTE })
  })
  afterEach(async () => {
    vi.useRealTimers()
    await dropMails(payload)
  })
}
