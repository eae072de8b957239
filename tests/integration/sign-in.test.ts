import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { accountById } from '@/features/staff/server/accounts'
import { credentialsOf, writePassword } from '@/features/staff/server/credentials'
import { forgetSessions } from '@/features/staff/server/sessions'
import { afterPassword } from '@/features/staff/server/sign-in'
import { verifyPassword } from '@/platform/passwords/password-hash'
import { asSystem } from '@/platform/system-payload'
import { StaffBrowser } from '../factories/staff-browser'
import { dropMails, eventsOf, freshAddress, makePerson, signedInAs, staffPassword } from '../factories/staff-tests'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

/** The ways into the panel, asked as a browser asks them. */

let payload: Payload
let stop: () => Promise<void>
const wrong = 'five words that are wrong'

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
}, 60_000)
afterAll(() => stop())
afterEach(async () => {
  vi.useRealTimers()
  await dropMails(payload)
})

const browser = (address = freshAddress()) => new StaffBrowser(payload, address)
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
const HOUR_MS = 3_600_000

const sessionsOf = async (account: string) =>
  (
    await payload.find({
      collection: 'staff-sessions',
      where: { account: { equals: account } },
      ...asSystem('test-setup'),
    })
  ).docs

describe('signing in', () => {
  it('gives a session, and keeps neither token nor password nor the whole address', async () => {
    const { id, email } = await makePerson(payload)
    const mine = browser()
    const { status, body } = await mine.signIn(`  ${email.toUpperCase()} `, staffPassword)
    expect(status).toBe(200)
    expect(body.user).toMatchObject({ id, email })
    expect(JSON.stringify(body.user)).not.toMatch(/hash|salt|password/i)
    expect(await mine.whoAmI()).toBe(email)

    const sessions = await sessionsOf(id)
    expect(sessions).toMatchObject([{ device: 'Firefox · Android', network: expect.stringMatching(/\.0\/24$/) }])
    expect(JSON.stringify(sessions)).not.toContain(String(body.token))
    const credentials = await credentialsOf(payload, id)
    expect(await verifyPassword(staffPassword, credentials?.passwordHash ?? null)).toBe(true)
    expect(new Set((await eventsOf(payload, id)).map(({ type }) => type))).toEqual(
      new Set(['account-created', 'password-set', 'signed-in']),
    )
  })

  it('tells a wrong password and an unknown address apart in nothing, and sets no cookie', async () => {
    const { email } = await makePerson(payload)
    const known = await browser().signIn(email, wrong)
    const unknown = await browser().signIn('nobody@staff.example', wrong)
    expect(known).toMatchObject({ status: 401, cookies: [], body: { errors: [{ code: 'unknown' }] } })
    expect(unknown).toEqual(known)
  })

  it.each([
    {},
    { email: 5, password: [] },
    { email: 'x'.repeat(100_000), password: 'y'.repeat(100_000) },
    'text',
    null,
  ])('takes %j for a wrong password, never for a failure of the site', async (body) => {
    expect(await browser().post('/users/login', body)).toMatchObject({ status: 401 })
  })

  it('is refused to a page of another site', async () => {
    const { email } = await makePerson(payload)
    const sent = { email, password: staffPassword }
    const foreign = await browser().ask('POST', '/users/login', sent, { origin: 'https://evil.example' })
    expect(foreign).toMatchObject({ status: 403, cookies: [] })
  })

  it('counts no session of a cookie that another site sends along', async () => {
    const mine = await signedInAs(payload, await makePerson(payload))
    const me = async (headers: Record<string, string>) =>
      ((await mine.ask('GET', '/users/me', undefined, headers)).body as { user: unknown }).user
    expect(await me({})).not.toBeNull()
    expect(await me({ origin: 'https://evil.example' })).toBeNull()
    expect(await me({ origin: '', 'sec-fetch-site': 'same-origin' })).toBeNull()
  })

  it('lets a sign-in that began with the password before end without a session', async () => {
    const person = await makePerson(payload)
    const user = await accountById(payload, person.id)
    const before = await credentialsOf(payload, person.id)
    if (!user || !before) throw new Error('no account')
    await writePassword(payload, person.id, { from: before, password: 'another four words here', now: new Date() })
    const visitor = { clientAddress: freshAddress(), device: null, cookies: new Map(), now: new Date() }
    expect(await afterPassword(payload, { user, credentials: before }, visitor)).toEqual({ status: 'startAgain' })
    expect(await sessionsOf(person.id)).toEqual([])
  })

  it('has no other entry point: none of Payload’s own ways in answers', async () => {
    const { email } = await makePerson(payload)
    await expect(
      payload.login({ collection: 'users', data: { email, password: staffPassword } }),
    ).rejects.toMatchObject({
      status: 403,
    })
    const source = readFileSync(path.join(process.cwd(), 'node_modules/payload/dist/auth/endpoints/index.js'), 'utf8')
    const own = payload.collections.users.config.endpoints || []
    const places = [...source.matchAll(/method: '(\w+)',\s+path: '([^']+)'/g)].map(([, method, place]) => ({
      method,
      place,
    }))
    expect(places.length).toBeGreaterThan(9)
    for (const { method, place } of nonEmpty(
      places.filter(({ place }) => !['/access', '/:id/api-key/reveal', '/init'].includes(place ?? '')),
    )) {
      const first = own.find((endpoint) => endpoint.method === method && endpoint.path === place)
      expect(String(first?.handler), `${method} ${place}`).not.toMatch(/Operation|Handler\b/)
    }
    const statuses = []
    for (const place of ['first-register', 'unlock', 'verify/x']) {
      statuses.push((await browser().post(`/users/${place}`, { email, password: staffPassword })).status)
    }
    expect(statuses).toEqual([403, 403, 404])
  })
})

describe('guessing', () => {
  it('ends after ten failures at one address, of which a /64 of IPv6 is one, and success is no failure', async () => {
    const { email } = await makePerson(payload)
    const inside = (number: number) => browser(`2001:db8:5:7::${number.toString(16)}`)
    const tries = [wrong, staffPassword, wrong, staffPassword, wrong, staffPassword, ...Array(6).fill(wrong)]
    for (const [index, password] of tries.entries()) {
      expect((await inside(index).signIn(email, password)).status).toBe(password === wrong ? 401 : 200)
    }
    expect((await inside(99).signIn(email, wrong)).status).toBe(401)
    const refused = await inside(100).signIn(email, staffPassword)
    expect(refused).toMatchObject({ status: 429, cookies: [], body: { errors: [{ code: 'too-many' }] } })
    expect((await browser().signIn(email, staffPassword)).status).toBe(200)
    later(HOUR_MS + 1000)
    expect((await inside(101).signIn(email, staffPassword)).status).toBe(200)
  }, 60_000)

  it('finds no gap when everything is sent at once', async () => {
    const { email } = await makePerson(payload)
    const guesser = browser()
    const answers = await Promise.all(Array.from({ length: 40 }, () => guesser.signIn(email, wrong)))
    const judged = answers.filter(({ status }) => status === 401).length
    expect(judged).toBeGreaterThan(0)
    expect(judged).toBeLessThanOrEqual(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40 - judged)
  }, 60_000)

  it('from everywhere shuts nobody out of a browser that they signed in from before', async () => {
    const { email } = await makePerson(payload)
    const mine = browser()
    await mine.signIn(email, staffPassword)
    await mine.post('/users/logout')
    expect(await mine.whoAmI()).toBeNull()
    for (let index = 0; index < 62; index += 4) {
      await Promise.all([1, 2, 3, 4].map(() => browser().signIn(email, wrong)))
    }
    // Elsewhere nobody gets in now, with whatever password; here the owner does, next to the guesser too.
    expect((await browser().signIn(email, staffPassword)).status).toBe(429)
    expect((await mine.signIn(email, staffPassword)).status).toBe(200)
    expect(await mine.whoAmI()).toBe(email)
  }, 120_000)

  it('has a limit on a known browser too, and another account’s cookie is none of this one', async () => {
    const [one, other] = [await makePerson(payload), await makePerson(payload)]
    const mine = browser()
    await mine.signIn(one.email, staffPassword)
    for (let index = 0; index < 10; index += 1) expect((await mine.signIn(one.email, wrong)).status).toBe(401)
    expect((await mine.signIn(one.email, staffPassword)).status).toBe(429)
    const names = mine.cookieNames.filter((name) => name.startsWith('staff-device-'))
    expect(names).toHaveLength(1)
    expect((await mine.signIn(other.email, staffPassword)).status).toBe(200)
    expect(mine.cookieNames.filter((name) => name.startsWith('staff-device-'))).toHaveLength(2)
  }, 60_000)
})

describe('a session', () => {
  it('goes on while it is used, eight hours at a time and a day at most, and is then forgotten', async () => {
    const person = await makePerson(payload)
    const mine = await signedInAs(payload, person)
    later(7 * HOUR_MS)
    const { status, body } = await mine.post('/users/refresh-token')
    expect(status).toBe(200)
    expect(Number(body.exp) * 1000 - Date.now()).toBeGreaterThan(7.9 * HOUR_MS)
    later(7.5 * HOUR_MS)
    expect(await mine.whoAmI()).toBe(person.email)
    await mine.post('/users/refresh-token')
    later(7 * HOUR_MS)
    const last = await mine.post('/users/refresh-token')
    expect(Number(last.body.exp) * 1000 - Date.now()).toBeLessThan(3 * HOUR_MS)
    later(3 * HOUR_MS)
    expect(await mine.whoAmI()).toBeNull()
    expect((await mine.post('/users/refresh-token')).status).toBe(401)
    await forgetSessions.run(payload, new Date())
    expect(await sessionsOf(person.id)).toEqual([])
  })

  it('ends alone, with all others, or by an administrator; nobody else can end it', async () => {
    const person = await makePerson(payload)
    const colleague = await signedInAs(payload, await makePerson(payload, ['editor']))
    const administrator = await signedInAs(payload, await makePerson(payload, ['administrator']))
    const [one, two, three] = [
      await signedInAs(payload, person),
      await signedInAs(payload, person),
      await signedInAs(payload, person),
    ]
    const [newest] = (await sessionsOf(person.id)).sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    expect((await colleague.post(`/users/${person.id}/sessions/end`)).status).toBe(403)
    expect((await colleague.post(`/users/${person.id}/sessions/${newest?.id}/end`)).status).toBe(403)
    expect((await browser().post(`/users/${person.id}/sessions/end`)).status).toBe(401)
    expect(await three.whoAmI()).toBe(person.email)

    expect((await one.post(`/users/${person.id}/sessions/${newest?.id}/end`)).status).toBe(200)
    expect(await three.whoAmI()).toBeNull()
    await one.post(`/users/${person.id}/sessions/end`)
    expect([await one.whoAmI(), await two.whoAmI()]).toEqual([person.email, null])
    expect((await administrator.post(`/users/${person.id}/sessions/end`)).status).toBe(200)
    expect(await one.whoAmI()).toBeNull()
    const ended = (await eventsOf(payload, person.id)).filter(({ type }) => type === 'sessions-ended')
    expect(ended.filter(({ actor }) => actor)).toHaveLength(1)
    // The same id of another account's session ends nothing.
    const [foreign] = await sessionsOf((await makePerson(payload)).id)
    expect(foreign).toBeUndefined()
  })

  it('is over for all browsers at once after signing out of all', async () => {
    const person = await makePerson(payload)
    const [one, two] = [await signedInAs(payload, person), await signedInAs(payload, person)]
    await one.post('/users/logout?allSessions=true')
    expect([await one.whoAmI(), await two.whoAmI()]).toEqual([null, null])
  })

  it('ends when the roles change or the account is deleted, and nothing of the way in is left', async () => {
    const administrator = await signedInAs(payload, await makePerson(payload, ['administrator']))
    const person = await makePerson(payload, ['editor'])
    const mine = await signedInAs(payload, person)
    expect((await administrator.ask('PATCH', `/users/${person.id}`, { name: 'سلمى' })).status).toBe(200)
    expect(await mine.whoAmI()).toBe(person.email)
    expect((await administrator.ask('PATCH', `/users/${person.id}`, { roles: ['auditor'] })).status).toBe(200)
    expect(await mine.whoAmI()).toBeNull()
    expect(await eventsOf(payload, person.id)).toContainEqual(
      expect.objectContaining({ type: 'roles-changed', detail: 'editor → auditor', actor: expect.any(String) }),
    )
    const again = await signedInAs(payload, person)
    expect((await administrator.ask('DELETE', `/users/${person.id}`)).status).toBe(200)
    expect(await again.whoAmI()).toBeNull()
    expect(await sessionsOf(person.id)).toEqual([])
    expect(await credentialsOf(payload, person.id)).toBeNull()
    expect((await browser().signIn(person.email, staffPassword)).status).toBe(401)
    expect((await eventsOf(payload, person.id)).map(({ type }) => type)).toContain('account-deleted')
  })
})

it('keeps every sign-in of two that come at once', async () => {
  const person = await makePerson(payload)
  const browsers = Array.from({ length: 6 }, () => browser())
  const answers = await Promise.all(browsers.map((each) => each.signIn(person.email, staffPassword)))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
  expect(await sessionsOf(person.id)).toHaveLength(6)
})

it('logs nothing that says who tried', () => {
  // The rule of the source: nothing personal goes to the logger from these files.
  const folder = path.join(process.cwd(), 'src/features/staff/server')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  for (const name of nonEmpty(files))
    expect(readFileSync(path.join(folder, name), 'utf8'), name).not.toMatch(/logger\.|console\./)
})
