import { existsSync } from 'node:fs'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { forgetStaffMails } from '@/features/staff/server/staff-mails'
import { env } from '@/platform/env'
import { firstSignInFile, writeFirstSignIn } from '@/platform/first-sign-in'
import { asSystem } from '@/platform/system-payload'
import { forgetSecurityEvents } from '@/shared/audit/security-log'
import { StaffBrowser } from '../factories/staff-browser'
import {
  dropMails,
  eventsOf,
  freshAddress,
  makePerson,
  sentMails,
  signedInAs,
  staffPassword,
  tokenIn,
} from '../factories/staff-tests'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let administrator: StaffBrowser
const another = 'another four words here'

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  administrator = await signedInAs(payload, await makePerson(payload, ['administrator']))
}, 60_000)
afterAll(() => stop())
afterEach(async () => {
  vi.useRealTimers()
  await dropMails(payload)
})

const HOUR_MS = 3_600_000
const browser = (address = freshAddress()) => new StaffBrowser(payload, address)
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
const queued = async (where: Record<string, unknown> = {}) =>
  (await payload.find({ collection: 'staff-mails', where: where as never, limit: 100, ...asSystem('test-setup') })).docs

describe('one rule, however a password is set', () => {
  const bad = [
    ['too short', 'short', 'password-tooShort'],
    ['twelve spaces', ' '.repeat(12), 'password-tooShort'],
    ['digits in a row', '123456789012', 'password-common'],
    ['Arabic digits in a row', '١٢٣٤٥٦٧٨٩٠١٢', 'password-common'],
  ] as const

  const ways: Record<string, (password: string) => Promise<{ status: number; body: unknown }>> = {
    'an account made over REST': (password) =>
      administrator.post('/users', {
        name: 'New',
        email: `new-${Math.random()}@staff.example`,
        roles: ['editor'],
        password,
      }),
    'an account changed over REST by an administrator': async (password) =>
      administrator.ask('PATCH', `/users/${(await makePerson(payload)).id}`, { password }),
    'one’s own account over REST': async (password) => {
      const person = await makePerson(payload)
      const mine = await signedInAs(payload, person)
      return mine.ask('PATCH', `/users/${person.id}`, { password, currentPassword: staffPassword })
    },
    'the panel’s page': async (password) =>
      (await signedInAs(payload, await makePerson(payload))).post('/users/change-password', {
        currentPassword: staffPassword,
        password,
      }),
    'a mailed link': async (password) => {
      const { email } = await makePerson(payload)
      await sentMails(payload)
      await browser().post('/users/forgot-password', { email })
      return browser().post('/users/reset-password', { token: tokenIn((await sentMails(payload)).at(-1)), password })
    },
    'a program': (password) =>
      payload
        .create({
          collection: 'users',
          data: { name: 'New', email: `new-${Math.random()}@staff.example`, roles: ['editor'], password },
          ...asSystem('test-setup'),
        })
        .then(
          () => ({ status: 200, body: null }),
          (error: { status: number; data: unknown }) => ({ status: error.status, body: error.data }),
        ),
  }

  describe.each(Object.entries(ways))('%s', (_, set) => {
    it.each(bad)('refuses %s and says so at the field', async (_, password) => {
      const { status, body } = await set(password)
      expect(status).toBe(400)
      expect(JSON.stringify(body)).toMatch(/"(path|field)":"password"/)
      expect(JSON.stringify(body)).toMatch(/visible characters|easy to guess|حرفًا ظاهرًا|يسهل تخمينها/)
    })

    it('takes a good one', async () => {
      expect([200, 201]).toContain((await set(another)).status)
    })
  })

  it('knows the person and the association', async () => {
    const person = await payload.create({
      collection: 'users',
      data: { name: 'نورة الأحمدي', email: 'noura.ahmadi@staff.example', roles: ['editor'], password: staffPassword },
      ...asSystem('test-setup'),
    })
    const mine = await signedInAs(payload, person)
    for (const password of ['نوره الاحمدي ٢٠٢٦', 'noura.ahmadi@staff.example', 'جمعية الأم المبدعة']) {
      const { body } = await mine.post('/users/change-password', { currentPassword: staffPassword, password })
      expect(body.errors?.[0]?.code, password).toBe('password-personal')
    }
  })
})

describe('one’s own password and e-mail', () => {
  it.each([
    ['password', { password: another }],
    ['e-mail', { email: 'thief@staff.example' }],
    ['e-mail, with a wrong password', { email: 'thief@staff.example', currentPassword: 'a wrong password here' }],
  ])('change with the current password only: %s', async (_, data) => {
    const person = await makePerson(payload)
    const mine = await signedInAs(payload, person)
    const refused = await mine.ask('PATCH', `/users/${person.id}`, data)
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain('"path":"currentPassword"')
    expect((await browser().signIn(person.email, staffPassword)).status).toBe(200)
    const bulk = await mine.ask('PATCH', `/users?where[id][equals]=${person.id}`, data)
    expect(bulk.status).toBe(400)
    // A save of the whole form, with the address as it is, asks for nothing.
    expect((await mine.ask('PATCH', `/users/${person.id}`, { name: 'سلمى', email: person.email })).status).toBe(200)
  })

  it('end the other sessions, keep this one, and are told by mail', async () => {
    const person = await makePerson(payload)
    const [mine, elsewhere] = [await signedInAs(payload, person), await signedInAs(payload, person)]
    await sentMails(payload)
    const changed = await mine.post('/users/change-password', { currentPassword: staffPassword, password: another })
    expect(changed.status).toBe(200)
    expect([await mine.whoAmI(), await elsewhere.whoAmI()]).toEqual([person.email, null])
    expect((await browser().signIn(person.email, staffPassword)).status).toBe(401)
    const [mail] = await sentMails(payload)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.subject).toContain('Your password was changed')
    expect(mail?.html).toMatch(/<html lang="ar" dir="rtl">.*<div lang="en" dir="ltr"/s)
    expect(mail?.text).toContain('تغيّرت كلمة مرور حسابكم')
  })

  it('an e-mail: both addresses are told, in the person’s language', async () => {
    const person = await makePerson(payload)
    const mine = await signedInAs(payload, person)
    await mine.ask('PATCH', `/users/${person.id}`, { language: 'en' })
    await sentMails(payload)
    const taken = await makePerson(payload)
    const change = (email: string) => mine.post('/users/change-email', { currentPassword: staffPassword, email })
    expect(await change(taken.email)).toMatchObject({ status: 400, body: { errors: [{ field: 'email' }] } })
    expect(await change('no address')).toMatchObject({ status: 400, body: { errors: [{ field: 'email' }] } })
    expect((await change('  Salma.New@Staff.example ')).status).toBe(200)
    const mails = await sentMails(payload)
    expect(mails.map(({ to }) => to?.text).sort()).toEqual([person.email, 'salma.new@staff.example'].sort())
    expect(mails[0]?.html).toMatch(/<html lang="en" dir="ltr">/)
    expect(mails[0]?.text).not.toMatch(/[\u0600-\u06ff]{4}/)
    expect((await browser().signIn('salma.new@staff.example', staffPassword)).status).toBe(200)
  })

  it('an administrator sets a colleague’s without it, and the colleague hears of it', async () => {
    const person = await makePerson(payload)
    const mine = await signedInAs(payload, person)
    await sentMails(payload)
    expect((await administrator.ask('PATCH', `/users/${person.id}`, { password: another })).status).toBe(200)
    expect(await mine.whoAmI()).toBeNull()
    expect(await sentMails(payload)).toHaveLength(1)
    expect(await eventsOf(payload, person.id)).toContainEqual(
      expect.objectContaining({ type: 'password-set', actor: expect.any(String) }),
    )
    const editor = await signedInAs(payload, await makePerson(payload))
    expect((await editor.ask('PATCH', `/users/${person.id}`, { password: another })).status).toBe(403)
  })

  it('remove the note of the first sign-in, set in the panel or by a link', async () => {
    const person = await makePerson(payload)
    const note = () => writeFirstSignIn(env(), { email: person.email, password: staffPassword })
    note()
    const mine = await signedInAs(payload, person)
    expect(existsSync(firstSignInFile(env()))).toBe(true)
    await mine.post('/users/change-password', { currentPassword: staffPassword, password: another })
    expect(existsSync(firstSignInFile(env()))).toBe(false)
    note()
    await sentMails(payload)
    await mine.post('/users/forgot-password', { email: person.email })
    await mine.post('/users/reset-password', { token: tokenIn((await sentMails(payload))[0]), password: staffPassword })
    expect(existsSync(firstSignInFile(env()))).toBe(false)
  })

  it('asks no more than ten times for the current password', async () => {
    const mine = await signedInAs(payload, await makePerson(payload))
    const guess = () =>
      mine.post('/users/change-password', { currentPassword: 'a wrong password here', password: another })
    for (let index = 0; index < 10; index += 1) expect((await guess()).status).toBe(400)
    expect((await guess()).status).toBe(429)
  })
})

describe('a forgotten password', () => {
  it('asks the same of the database, in the same words and time, whether there is an account or not', async () => {
    await sentMails(payload)
    const { email } = await makePerson(payload)
    const ask = async (address: string) => {
      const began = performance.now()
      const answer = await browser().post('/users/forgot-password', { email: address })
      return { answer, ms: performance.now() - began }
    }
    const known = await ask(email)
    const unknown = await ask('nobody@staff.example')
    expect(unknown.answer).toEqual(known.answer)
    expect(known.answer).toMatchObject({ status: 200, cookies: [] })
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(295)
    const rows = await queued({ mailState: { equals: 'due' } })
    expect(rows).toHaveLength(2)
    for (const row of nonEmpty(rows)) {
      expect(row).toMatchObject({ kind: 'forgotten', account: null, recipient: expect.any(String) })
      expect(JSON.stringify(row)).not.toContain('staff.example')
    }
    expect((await sentMails(payload)).map(({ to }) => JSON.stringify(to))).toEqual([expect.stringContaining(email)])
    await forgetStaffMails.run(payload, new Date())
    expect(await queued({ mailState: { equals: 'none' } })).toEqual([])
  })

  it('opens once, for an hour, and every link that was mailed holds until then', async () => {
    const person = await makePerson(payload)
    await sentMails(payload)
    await browser().post('/users/forgot-password', { email: person.email })
    const first = tokenIn((await sentMails(payload))[0])
    // Somebody else asks for one too; the first is none the worse for it.
    await browser().post('/users/forgot-password', { email: person.email })
    const second = tokenIn((await sentMails(payload))[0])
    expect(await browser().post('/users/password-link', { token: first })).toMatchObject({
      status: 200,
      body: { purpose: 'reset', email: person.email },
    })
    const race = await Promise.all(
      [first, second].map((token) => browser().post('/users/reset-password', { token, password: another })),
    )
    expect(race.map(({ status }) => status).sort()).toEqual([200, 403])
    for (const token of [first, second]) {
      const again = await browser().post('/users/reset-password', { token, password: 'yet another four words' })
      expect(again).toMatchObject({ status: 403, body: { errors: [{ code: 'link-used' }] } })
    }
    expect((await browser().signIn(person.email, another)).status).toBe(200)

    await browser().post('/users/forgot-password', { email: person.email })
    const third = tokenIn((await sentMails(payload)).find(({ subject }) => subject?.includes('choose a new')))
    later(HOUR_MS + 1000)
    const expired = await browser().post('/users/reset-password', { token: third, password: another })
    expect(expired).toMatchObject({ status: 403, body: { errors: [{ code: 'link-expired' }] } })
    expect((await browser().post('/users/password-link/renew', { token: third })).status).toBe(200)
    expect(await sentMails(payload, new Date())).toHaveLength(1)
    expect((await browser().post('/users/password-link/renew', { token: first })).status).toBe(403)
    expect(
      (await browser().post('/users/reset-password', { token: `${third}x`, password: another })).body.errors?.[0]?.code,
    ).toBe('link-unknown')
  })

  it('fills no mailbox, refuses one address that asks on and on, and never keeps the owner from a link', async () => {
    const person = await makePerson(payload)
    const mine = await signedInAs(payload, person)
    await sentMails(payload)
    for (let index = 0; index < 9; index += 1) {
      expect((await browser().post('/users/forgot-password', { email: person.email })).status).toBe(200)
    }
    expect(await sentMails(payload)).toHaveLength(6)
    expect((await mine.post('/users/forgot-password', { email: person.email })).status).toBe(200)
    expect(await sentMails(payload)).toHaveLength(1)
    const one = browser()
    for (let index = 0; index < 10; index += 1)
      await one.post('/users/forgot-password', { email: `x${index}@staff.example` })
    expect((await one.post('/users/forgot-password', { email: 'x@staff.example' })).status).toBe(429)
  }, 60_000)
})

it('the log of accounts is forgotten after two years, and nothing of it before', async () => {
  const { id } = await makePerson(payload)
  const before = await eventsOf(payload, id)
  await forgetSecurityEvents.run(payload, new Date(Date.now() + 729 * 24 * HOUR_MS))
  expect(await eventsOf(payload, id)).toEqual(before)
  await forgetSecurityEvents.run(payload, new Date(Date.now() + 731 * 24 * HOUR_MS))
  expect(await eventsOf(payload, id)).toEqual([])
})
