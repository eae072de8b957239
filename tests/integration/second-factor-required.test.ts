import { describe, expect, it } from 'vitest'
import { asSystem } from '@/platform/system-payload'
import { makePerson, staffPassword } from '../factories/staff-tests'
import { browser, challengeIn, codeAt, enrolled, pass, payload, withSecondFactor } from '../setup/second-factor'

withSecondFactor()

const DAY = 86_400_000

describe('being required', () => {
  it('of approvers asks in the days of grace, and afterwards lets nobody in before it is set up', async () => {
    const person = await makePerson(payload, ['approver'])
    expect(await browser().signIn(person.email, staffPassword)).toMatchObject({
      status: 200,
      body: { secondFactor: { duty: 'grace' } },
    })
    // Of the account, and of a rule that another test set anew.
    pass(15 * DAY)
    const mine = browser()
    const first = await mine.signIn(person.email, staffPassword)
    expect(first).toMatchObject({
      status: 401,
      cookies: [],
      body: { errors: [{ code: 'second-factor-enrolment-required' }] },
    })
    const challenge = challengeIn(first)
    // The challenge of this step is no way round it.
    expect((await mine.post('/users/login/second-factor', { challenge, code: '123456' })).status).toBe(401)
    const { body } = await mine.post('/users/second-factor/start', { challenge })
    const done = await mine.post('/users/second-factor/confirm', {
      challenge,
      enrolment: body.enrolment,
      code: await codeAt(String(body.secret)),
    })
    expect(done).toMatchObject({
      status: 200,
      body: { user: { email: person.email }, recoveryCodes: expect.any(Array) },
    })
    expect(await mine.whoAmI()).toBe(person.email)
    // Once set up, the same challenge offers no second telephone.
    expect((await browser().post('/users/second-factor/start', { challenge })).status).toBe(401)
  })

  it('of nobody else: an editor is free, and may turn it off again with password and code', async () => {
    const { person, mine, secret } = await enrolled(['editor'])
    expect(
      (await mine.post('/users/second-factor/remove', { currentPassword: staffPassword, code: '111111' })).status,
    ).toBe(401)
    const sent = { currentPassword: staffPassword, code: await codeAt(secret) }
    expect((await mine.post('/users/second-factor/remove', sent)).status).toBe(200)
    expect(await browser().signIn(person.email, staffPassword)).toMatchObject({
      status: 200,
      body: { secondFactor: { duty: 'free' } },
    })
  })

  it('keeps it on, and follows the setting, whose change is logged', async () => {
    const { mine, secret, person } = await enrolled(['administrator'])
    const sent = { currentPassword: staffPassword, code: await codeAt(secret) }
    expect(await mine.post('/users/second-factor/remove', sent)).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'required' }] },
    })
    const changed = await mine.post('/globals/sign-in', { secondFactorRoles: ['editor'], graceDays: 0 })
    expect(changed.status).toBe(200)
    const editor = await makePerson(payload, ['editor'])
    expect(await browser().signIn(editor.email, staffPassword)).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'second-factor-enrolment-required' }] },
    })
    const { docs } = await payload.find({
      collection: 'security-events',
      where: { type: { equals: 'settings-changed' } },
      ...asSystem('test-setup'),
    })
    expect(docs).toMatchObject([{ actor: person.id, detail: expect.stringContaining('→ editor; 0') }])
    await mine.post('/globals/sign-in', { secondFactorRoles: ['administrator', 'approver'], graceDays: 14 })
  })
})
