import { describe, expect, it } from 'vitest'
import { changeCredentials, credentialsOf } from '@/features/staff/server/credentials'
import type { StaffBrowser } from '../factories/staff-browser'
import { eventsOf, makePerson, sentMails, signedInAs, staffPassword, tokenIn } from '../factories/staff-tests'
import {
  browser,
  challengeIn,
  codeAt,
  enrol,
  enrolled,
  HALF_MINUTE,
  pass,
  payload,
  withSecondFactor,
} from '../setup/second-factor'

withSecondFactor()

const DAY = 86_400_000

describe('turning it on', () => {
  it('needs the current password and a code, and stores the secret encrypted and the codes hashed', async () => {
    const person = await makePerson(payload)
    const [mine, elsewhere] = [await signedInAs(payload, person), await signedInAs(payload, person)]
    const stolen = await mine.post('/users/second-factor/start', { currentPassword: 'not the password at all' })
    expect(stolen).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'wrong-password', field: 'currentPassword' }] },
    })
    expect((await browser().post('/users/second-factor/start', { currentPassword: staffPassword })).status).toBe(401)

    const { body } = await mine.post('/users/second-factor/start', { currentPassword: staffPassword })
    const secret = String(body.secret)
    expect(String(body.uri)).toMatch(new RegExp(`^otpauth://totp/.*secret=${secret}`))
    expect(body.qr).toMatchObject({ size: expect.any(Number), path: expect.stringMatching(/^(M\d+ \d+h1v1h-1z)+$/) })
    const wrong = await mine.post('/users/second-factor/confirm', { enrolment: body.enrolment, code: '000000' })
    expect(wrong).toMatchObject({ status: 401, body: { errors: [{ code: 'second-factor-wrong' }] } })
    expect((await credentialsOf(payload, person.id))?.totpSecret ?? null).toBeNull()

    const { recoveryCodes } = await enrol(mine)
    expect(recoveryCodes).toHaveLength(10)
    const stored = JSON.stringify(await credentialsOf(payload, person.id))
    for (const word of [secret, ...recoveryCodes]) expect(stored).not.toContain(word)
    expect([await mine.whoAmI(), await elsewhere.whoAmI()]).toEqual([person.email, null])
    expect((await sentMails(payload)).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('second factor'),
    )
  })

  it('takes an offered secret only from the account it was offered to, and only for a quarter of an hour', async () => {
    const [one, other] = [
      await signedInAs(payload, await makePerson(payload)),
      await signedInAs(payload, await makePerson(payload)),
    ]
    const { body } = await one.post('/users/second-factor/start', { currentPassword: staffPassword })
    const confirm = async (by: StaffBrowser) =>
      (
        await by.post('/users/second-factor/confirm', {
          enrolment: body.enrolment,
          code: await codeAt(String(body.secret)),
        })
      ).status
    expect(await confirm(other)).toBe(401)
    pass(16 * 60_000)
    expect(await confirm(one)).toBe(401)
  })
})

describe('signing in with it', () => {
  it('gives no session before the code, and one after', async () => {
    const { person, secret } = await enrolled()
    const mine = browser()
    const first = await mine.signIn(person.email, staffPassword)
    expect(first).toMatchObject({ status: 401, cookies: [], body: { errors: [{ code: 'second-factor-required' }] } })
    expect(JSON.stringify(first.body)).not.toMatch(/token|"user"/)
    expect(await mine.whoAmI()).toBeNull()
    const challenge = challengeIn(first)
    const wrong = await mine.post('/users/login/second-factor', { challenge, code: '123456' })
    expect(wrong).toMatchObject({ status: 401, cookies: [], body: { errors: [{ code: 'second-factor-wrong' }] } })
    expect((await mine.post('/users/login/second-factor', { challenge, code: await codeAt(secret) })).status).toBe(200)
    expect(await mine.whoAmI()).toBe(person.email)
  })

  it('takes both steps in one request of a program, and never the code alone', async () => {
    const { person, secret } = await enrolled()
    const code = await codeAt(secret)
    expect((await browser().signIn(person.email, 'five words that are wrong', { code })).status).toBe(401)
    expect((await browser().signIn(person.email, staffPassword, { code })).status).toBe(200)
    expect((await browser().post('/users/login/second-factor', { challenge: 'forged', code })).status).toBe(401)
  })

  it.each([
    [-2, 401],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 401],
  ])('takes a code of %i half minutes away: %i', async (steps, status) => {
    const { person, secret } = await enrolled()
    pass(DAY)
    const answer = await browser().signIn(person.email, staffPassword, { code: await codeAt(secret, steps) })
    expect(answer.status).toBe(status)
  })

  it('takes no code twice, nor an earlier one, not even at the same moment', async () => {
    const { person, secret } = await enrolled()
    const code = await codeAt(secret)
    const atOnce = await Promise.all([1, 2, 3].map(() => browser().signIn(person.email, staffPassword, { code })))
    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect((await browser().signIn(person.email, staffPassword, { code: await codeAt(secret, -1) })).status).toBe(401)
    pass(HALF_MINUTE)
    expect((await browser().signIn(person.email, staffPassword, { code: await codeAt(secret) })).status).toBe(200)
  })

  it('takes each recovery code once, in any writing, and says how many are left', async () => {
    const { person, recoveryCodes } = await enrolled()
    const [first = '', second = ''] = recoveryCodes
    const used = await browser().signIn(person.email, staffPassword, {
      code: ` ${first.toUpperCase().replace('-', ' ')} `,
    })
    expect(used).toMatchObject({ status: 200, body: { secondFactor: { recoveryCodesLeft: 9 } } })
    expect((await browser().signIn(person.email, staffPassword, { code: first })).status).toBe(401)
    const race = await Promise.all([1, 2, 3].map(() => browser().signIn(person.email, staffPassword, { code: second })))
    expect(race.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect((await eventsOf(payload, person.id)).filter(({ type }) => type === 'recovery-code-used')).toHaveLength(2)
  })

  it('is over when the password changes in the middle', async () => {
    const { person, mine, secret } = await enrolled()
    const stolen = browser()
    const challenge = challengeIn(await stolen.signIn(person.email, staffPassword))
    await mine.post('/users/change-password', { currentPassword: staffPassword, password: 'another four words here' })
    const answer = await stolen.post('/users/login/second-factor', { challenge, code: await codeAt(secret) })
    expect(answer).toMatchObject({ status: 401, cookies: [], body: { errors: [{ code: 'start-again' }] } })
  })

  it('is refused after ten wrong codes from one place, tells the owner by mail, and lets the owner in elsewhere', async () => {
    const { person, mine, secret } = await enrolled()
    await mine.post('/users/logout')
    await sentMails(payload)
    const thief = browser()
    const challenge = challengeIn(await thief.signIn(person.email, staffPassword))
    for (let index = 0; index < 10; index += 1) {
      expect((await thief.post('/users/login/second-factor', { challenge, code: `00000${index}` })).status).toBe(401)
    }
    expect((await thief.post('/users/login/second-factor', { challenge, code: await codeAt(secret) })).status).toBe(429)
    const told = (await sentMails(payload)).filter(({ to }) => JSON.stringify(to).includes(person.email))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('wrong codes several times')
    expect((await mine.signIn(person.email, staffPassword, { code: await codeAt(secret) })).status).toBe(200)
  })

  it('is not gone round by a link to set a password', async () => {
    const { person, secret } = await enrolled()
    const other = browser()
    await other.post('/users/forgot-password', { email: person.email })
    const token = tokenIn((await sentMails(payload)).find(({ subject }) => subject?.includes('choose a new password')))
    const reset = await other.post('/users/reset-password', { token, password: 'another four words here' })
    expect(reset).toMatchObject({
      status: 401,
      cookies: [],
      body: { isPasswordSet: true, errors: [{ code: 'second-factor-required' }] },
    })
    expect(await other.whoAmI()).toBeNull()
    const challenge = challengeIn(reset)
    expect((await other.post('/users/login/second-factor', { challenge, code: await codeAt(secret) })).status).toBe(200)
  })
})

describe('losing the telephone', () => {
  it('is helped by an administrator with a reason, which is kept, and by nobody else', async () => {
    const { person, mine } = await enrolled(['auditor'])
    const administrator = await makePerson(payload, ['administrator'])
    const [desk, colleague] = [
      await signedInAs(payload, administrator),
      await signedInAs(payload, await makePerson(payload, ['editor'])),
    ]
    const reset = (by: StaffBrowser, reason: string) => by.post(`/users/${person.id}/second-factor/reset`, { reason })
    const reason = 'Came to the office with her identity card; the telephone was stolen.'
    expect((await reset(colleague, reason)).status).toBe(403)
    expect((await reset(mine, reason)).status).toBe(403)
    expect((await reset(browser(), reason)).status).toBe(401)
    expect(await reset(desk, '   ')).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } })
    expect(await mine.whoAmI()).toBe(person.email)
    await sentMails(payload)

    expect((await reset(desk, ` ${reason} `)).status).toBe(200)
    expect(await mine.whoAmI()).toBeNull()
    expect(await eventsOf(payload, person.id)).toContainEqual(
      expect.objectContaining({ type: 'second-factor-reset', reason, actor: administrator.id }),
    )
    const [mail] = await sentMails(payload)
    expect(JSON.stringify(mail?.to)).toContain(person.email)
    expect((await browser().signIn(person.email, staffPassword)).status).toBe(200)
    expect((await reset(desk, reason)).status).toBe(409)
    expect((await desk.post(`/users/${administrator.id}/second-factor/reset`, { reason })).status).toBe(409)
  })

  it('moves to another telephone with password and code, and new recovery codes end the old', async () => {
    const { person, mine, secret, recoveryCodes } = await enrolled()
    expect((await mine.post('/users/second-factor/start', { currentPassword: staffPassword })).status).toBe(401)
    const started = await mine.post('/users/second-factor/start', {
      currentPassword: staffPassword,
      code: await codeAt(secret),
    })
    pass(HALF_MINUTE)
    const next = String(started.body.secret)
    const moved = await mine.post('/users/second-factor/confirm', {
      enrolment: started.body.enrolment,
      code: await codeAt(next),
    })
    expect(moved.status).toBe(200)
    pass(HALF_MINUTE)
    expect((await browser().signIn(person.email, staffPassword, { code: await codeAt(secret) })).status).toBe(401)
    expect((await browser().signIn(person.email, staffPassword, { code: recoveryCodes[0] })).status).toBe(401)
    const renewed = await mine.post('/users/second-factor/recovery-codes', {
      currentPassword: staffPassword,
      code: await codeAt(next),
    })
    const [fresh] = renewed.body.recoveryCodes as string[]
    const [old] = moved.body.recoveryCodes as string[]
    expect((await browser().signIn(person.email, staffPassword, { code: old })).status).toBe(401)
    expect((await browser().signIn(person.email, staffPassword, { code: fresh })).status).toBe(200)
  })
})

it('can be read or written by no request, whoever asks', async () => {
  const { mine, person } = await enrolled(['administrator'])
  for (const collection of ['staff-credentials', 'staff-sessions', 'staff-mails', 'security-events']) {
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
      const { status } = await mine.ask(method, `/${collection}`, method === 'GET' ? undefined : { account: person.id })
      expect([method, collection, status]).toEqual([method, collection, 501])
    }
  }
  expect(await changeCredentials(payload, 'nobody', { totpStep: { equals: 0 } }, { totpStep: 1 })).toBe(false)
})
