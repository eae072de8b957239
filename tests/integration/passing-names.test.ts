import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetPassingSecrets, passingNames } from '@/shared/intake/passing-secret'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
const now = new Date()

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
}, 60_000)
afterAll(() => stop())

describe('the names of senders', () => {
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

  it('hold for the window and the next, then nobody can make them again', async () => {
    const [name] = await passingNames(payload, 'sender', now)
    expect((await passingNames(payload, 'sender', now))[0]).toBe(name)
    expect((await passingNames(payload, 'another', now))[0]).not.toBe(name)
    expect(await passingNames(payload, 'sender', minutes(10))).toContain(name)
    await forgetPassingSecrets.run(payload, minutes(40))
    expect(await passingNames(payload, 'sender', now)).not.toContain(name)
  })

  it('are the same for all who begin a window at once', async () => {
    const names = await Promise.all(Array.from({ length: 6 }, () => passingNames(payload, 'sender', minutes(100))))
    expect(new Set(names.map(([first]) => first)).size).toBe(1)
  })
})
