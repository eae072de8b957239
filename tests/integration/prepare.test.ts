import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/platform/env'
import { firstSignInFile, writeFirstSignIn } from '@/platform/first-sign-in'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())

describe('seeds', () => {
  it('run once a database, in order, and again when they were killed half-way', async () => {
    const calls: string[] = []
    const seed = (name: string, isFailing = false) => ({
      name,
      run: async () => {
        calls.push(name)
        if (isFailing) throw new Error('killed')
      },
    })
    await expect(runSeeds(payload, [seed('first'), seed('second', true)])).rejects.toThrow('killed')
    expect(await runSeeds(payload, [seed('first'), seed('second')])).toEqual(['second'])
    expect(await runSeeds(payload, [seed('first'), seed('second')])).toEqual([])
    expect(calls).toEqual(['first', 'second', 'second'])
  })
})

describe('the first sign-in note', () => {
  const account = { email: 'first@example.org', password: 'initial-password-of-the-first' }
  let id: string | number

  beforeAll(async () => {
    writeFirstSignIn(env(), account)
    const user = await payload.create({
      collection: 'users',
      data: { name: 'First', ...account, roles: ['administrator'] },
      ...asSystem('test-setup'),
    })
    id = user.id
    await payload.create({
      collection: 'users',
      data: { name: 'Other', email: 'other@example.org', password: 'another-long-password', roles: ['editor'] },
      ...asSystem('test-setup'),
    })
  })

  it('is there after the account is made, and can be read by its owner alone', () => {
    expect(statSync(firstSignInFile(env())).mode & 0o777).toBe(0o600)
    expect(readFileSync(firstSignInFile(env()), 'utf8')).toContain(account.password)
  })

  it("stays while somebody else's password or another field changes", async () => {
    await payload.update({
      collection: 'users',
      where: { email: { equals: 'other@example.org' } },
      data: { password: 'a-changed-long-password' },
      ...asSystem('test-setup'),
    })
    await payload.update({ collection: 'users', id, data: { name: 'Renamed' }, ...asSystem('test-setup') })
    expect(existsSync(firstSignInFile(env()))).toBe(true)
  })

  it('goes when that password is changed', async () => {
    await payload.update({
      collection: 'users',
      id,
      data: { password: 'my-own-long-password' },
      ...asSystem('test-setup'),
    })
    expect(existsSync(firstSignInFile(env()))).toBe(false)
  })

  it('goes when that password is reset by mail', async () => {
    writeFirstSignIn(env(), account)
    const token = await payload.forgotPassword({ collection: 'users', data: account, disableEmail: true })
    await payload.resetPassword({
      collection: 'users',
      data: { token: String(token), password: 'a-reset-long-password' },
      overrideAccess: false,
    })
    expect(existsSync(firstSignInFile(env()))).toBe(false)
  })
})
