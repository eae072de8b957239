import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { env } from '@/platform/env'
import { firstSignInFile, writeFirstSignIn } from '@/platform/first-sign-in'
import { checkKeys } from '@/platform/key-check'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { nodeFlags, run } from '../../scripts/steps/run.mjs'
import { empty } from '../setup/empty'
import { startPayload } from '../setup/payload'
import { bundle } from '../setup/processes'

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

describe('a preparation', () => {
  it('that finds nobody listening says where it looked and what to do, and ends', async () => {
    const program = await bundle('src/bin/prepare.ts', `prepare-${env().databaseKind}`)
    const { code, output } = await run(process.execPath, [...nodeFlags, program], {
      env: {
        ...process.env,
        DATABASE_URL: 'mongodb://site:secret@127.0.0.1:1/nobody?replicaSet=rs0',
        DATA_DIR: path.join(env().dataDir, 'nobody'),
        LOG_LEVEL: 'error',
      },
      isQuiet: true,
    })
    expect(code).toBe(1)
    expect(output.trim()).toBe(
      'Nobody listens at 127.0.0.1:1, which DATABASE_URL names. Start MongoDB there, or correct DATABASE_URL.',
    )
  })
})

describe('the keys', () => {
  const mark = async () => {
    const { docs } = await payload.find({
      collection: 'system-records',
      where: { key: { equals: 'keys' } },
      limit: 2,
      ...asSystem('test-setup'),
    })
    expect(docs).toHaveLength(1)
    return docs[0]?.holder ?? ''
  }
  beforeEach(async () => {
    await payload.db.deleteMany({ collection: 'system-records', where: { key: { equals: 'keys' } } })
    await checkKeys(payload)
  })

  it('are remembered by the database, once', async () => {
    await payload.db.deleteMany({ collection: 'system-records', where: { key: { equals: 'keys' } } })
    await Promise.all([checkKeys(payload), checkKeys(payload)])
    const first = await mark()
    await checkKeys(payload)
    expect(await mark()).toBe(first)
  })

  it('may be more, and are refused when one that was used is missing or another stands in its place', async () => {
    const settings = env()
    const { DATA_KEYS } = settings
    const other = Buffer.alloc(32, 7).toString('base64')
    try {
      settings.DATA_KEYS = `newer:${other},${DATA_KEYS}`
      await checkKeys(payload)
      for (const keys of [`newer:${other}`, `${DATA_KEYS.split(':')[0]}:${other}`, 'nonsense']) {
        settings.DATA_KEYS = keys
        await expect(checkKeys(payload), keys).rejects.toThrow(/^DATA_KEYS is not the one/)
      }
    } finally {
      settings.DATA_KEYS = DATA_KEYS
    }
  })

  it('are refused when the index would find nobody any more', async () => {
    const [, envelope] = (await mark()).split(' ')
    await payload.db.updateOne({
      collection: 'system-records',
      where: { key: { equals: 'keys' } },
      data: { holder: `another ${envelope}` },
      options: { atomic: true },
    })
    await expect(checkKeys(payload)).rejects.toThrow(/^INDEX_KEY is not the one/)
  })
})

describe('the first sign-in note', () => {
  const account = { email: 'first@example.org', password: 'initial-password-of-the-first' }
  let id: string | number

  beforeEach(async () => {
    await empty(payload, 'users')
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
})
