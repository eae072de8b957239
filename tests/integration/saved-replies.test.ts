import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SavedReply, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { assign } from '@/shared/casework/server/desk/assign'
import { nextCase } from '@/shared/casework/server/desk/next-case'
import { listSavedReplies } from '@/shared/casework/server/desk/saved-replies'
import { createInquiry } from '../factories/inquiries'
import { empty } from '../setup/empty'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let officer: User

const test = asSystem('test-setup')
const now = new Date('2026-11-24T09:00:00Z')
const values = { name: 'هند', reference: '241', service: null, association: 'الجمعية' }

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const people = await signInAll(payload)
  rest = people.rest
  officer = { ...(people.users.get('case-officer') as User), collection: 'users' }
})
afterAll(() => stop())

describe('saved replies', () => {
  it('are offered filled, for their kinds and in the person’s language', async () => {
    await empty(payload, 'saved-replies')
    const make = (title: string, more: Partial<SavedReply>) => {
      const data = { title, text: 'نص', step: 'answered' as const, ...more }
      return payload.create({ collection: 'saved-replies', data, locale: 'ar', ...test })
    }
    const { id } = await make('ا', { text: 'السلام عليكم {name}، رقمكم {reference}.' })
    await make('ب', { kinds: ['complaint'] })
    await make('ج', { kinds: ['question', 'guidance'], step: 'asked' })
    const offered = { kind: 'question', language: 'ar', values } as const
    expect(
      (await listSavedReplies(payload, officer, offered)).map(({ title, step, text }) => [title, step, text]),
    ).toEqual([
      ['ا', 'answered', 'السلام عليكم هند، رقمكم 241.'],
      ['ج', 'asked', 'نص'],
    ])
    expect(await listSavedReplies(payload, officer, { ...offered, language: 'en' })).toEqual([])
    await payload.update({ collection: 'saved-replies', id, data: { text: 'Dear {name},' }, locale: 'en', ...test })
    expect(await listSavedReplies(payload, officer, { ...offered, language: 'en' })).toMatchObject([
      { title: 'ا', text: 'Dear هند,' },
    ])
  })

  it('say which placeholder stands for nothing, beside the text', async () => {
    const text = 'السلام عليكم {الاسم}'
    const { status, body } = await rest('case-officer', 'POST', '/saved-replies?locale=ar', { title: 'x', text }, 'ar')
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('لا يُعرف ما يحل محل {الاسم}')
    expect(JSON.stringify(body)).toContain('{name} {reference} {service} {association}')
  })
})

describe('the next case', () => {
  it('is what is mine and due first, then what is nobody’s, then none', async () => {
    await empty(payload, 'inquiry-events', 'inquiries')
    expect(await nextCase({ payload, user: officer, now, locale: 'ar' })).toBeNull()
    const free = await createInquiry(payload, { receivedAt: '2026-11-15T09:00:00.000Z' })
    const late = await createInquiry(payload, { receivedAt: '2026-11-18T09:00:00.000Z' })
    const later = await createInquiry(payload, { receivedAt: '2026-11-19T09:00:00.000Z' })
    const action = (caseId: string, seq: number) => ({
      ...{ payload, clock: () => now, user: officer, caseId, seq },
      submissionKey: `${caseId}:${seq}`,
    })
    for (const { id } of [late, later]) await assign(action(id, 0), { assignee: officer.id })
    const order: (string | null)[] = []
    for (const { id, seq } of [
      { id: late.id, seq: 1 },
      { id: later.id, seq: 1 },
      { id: free.id, seq: 0 },
    ]) {
      order.push(await nextCase({ payload, user: officer, now, locale: 'ar' }))
      await addMessage(action(id, seq), { type: 'asked', text: 'سؤال' })
    }
    expect(order).toEqual([late.id, later.id, free.id])
    expect(await nextCase({ payload, user: officer, now, locale: 'ar' })).toBeNull()
  })
})
