import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { credentialsOf } from '@/features/staff/server/credentials'
import { asSystem } from '@/platform/system-payload'
import { StaffBrowser } from '../factories/staff-browser'
import {
  dropMails,
  freshAddress,
  makePerson,
  sentMails,
  signedInAs,
  staffPassword,
  tokenIn,
} from '../factories/staff-tests'
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

describe('an invitation', () => {
  const invite = async (more: Record<string, unknown> = {}) => {
    await sentMails(payload)
    const email = `invited-${Math.random().toString(36).slice(2)}@staff.example`
    const made = await administrator.post('/users', { name: 'هند', email, roles: ['editor'], ...more })
    expect(made.status).toBe(201)
    return { email, id: String((made.body.doc as { id: string }).id), mails: await sentMails(payload) }
  }

  it('needs no password: the person chooses one by the link, once, and is in', async () => {
    const { email, id, mails } = await invite()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toMatch(/دعوة.* \/ Invitation/)
    const user = await payload.findByID({ collection: 'users', id, ...asSystem('test-setup') })
    expect(user.invitedAt).toEqual(expect.any(String))
    expect((await browser().signIn(email, staffPassword)).status).toBe(401)
    const token = tokenIn(mails[0])
    const mine = browser()
    expect(await mine.post('/users/password-link', { token })).toMatchObject({
      status: 200,
      body: { purpose: 'invitation', email },
    })
    expect(await mine.post('/users/reset-password', { token, password: staffPassword })).toMatchObject({
      status: 200,
      body: { user: { email } },
    })
    expect(await mine.whoAmI()).toBe(email)
    expect((await payload.findByID({ collection: 'users', id, ...asSystem('test-setup') })).invitedAt).toBeNull()
    expect((await browser().post('/users/reset-password', { token, password: another })).status).toBe(403)
    // They know their own password: nobody is told that it changed.
    expect(await sentMails(payload)).toEqual([])
  })

  it('is in the person’s language, holds three days, and renews itself', async () => {
    const { email, mails } = await invite({ language: 'en' })
    expect(mails[0]?.subject).toMatch(/^Invitation/)
    const token = tokenIn(mails[0])
    later(71 * HOUR_MS)
    expect((await browser().post('/users/password-link', { token })).status).toBe(200)
    later(2 * HOUR_MS)
    expect((await browser().post('/users/password-link', { token })).body.errors?.[0]?.code).toBe('link-expired')
    expect((await browser().post('/users/password-link/renew', { token })).status).toBe(200)
    const [again] = await sentMails(payload, new Date())
    const fresh = await browser().post('/users/reset-password', { token: tokenIn(again), password: staffPassword })
    expect(fresh).toMatchObject({ status: 200, body: { user: { email } } })
  })

  it('can be sent again by an administrator only, and the link before then opens nothing', async () => {
    const { id, mails } = await invite()
    const old = tokenIn(mails[0])
    const editor = await signedInAs(payload, await makePerson(payload))
    expect((await editor.post(`/users/${id}/invite`)).status).toBe(403)
    later(1000)
    expect(await administrator.post(`/users/${id}/invite`)).toMatchObject({ status: 200, body: { sent: 'invited' } })
    const [again] = await sentMails(payload)
    expect((await browser().post('/users/password-link', { token: old })).body.errors?.[0]?.code).toBe('link-used')
    expect((await browser().post('/users/password-link', { token: tokenIn(again) })).status).toBe(200)
    const active = await makePerson(payload)
    expect(await administrator.post(`/users/${active.id}/invite`)).toMatchObject({
      status: 200,
      body: { sent: 'link' },
    })
    expect((await credentialsOf(payload, active.id))?.passwordHash).toEqual(expect.any(String))
  })

  it('opens nothing once the account is gone', async () => {
    const { id, mails } = await invite()
    await administrator.ask('DELETE', `/users/${id}`)
    const answer = await browser().post('/users/reset-password', { token: tokenIn(mails[0]), password: staffPassword })
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ code: 'link-unknown' }] } })
  })
})
