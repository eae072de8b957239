import { describe, expect, it } from 'vitest'
import type { Inquiry } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { limits } from '@/shared/casework/schema'
import { appendEvent } from '@/shared/casework/server/append-event'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { assign } from '@/shared/casework/server/desk/assign'
import { answerAndClose, close } from '@/shared/casework/server/desk/close'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { readTarget, refer } from '@/shared/casework/server/desk/refer'
import { createInquiry } from '../factories/inquiries'
import {
  at,
  auditor,
  clock,
  colleague,
  department,
  editor,
  lead,
  now,
  officer,
  payload,
  personAdds,
  read,
  withDesk,
} from '../setup/desk'

withDesk()

describe('working on a case', () => {
  it('assigns, notes, asks, answers and closes, and the status follows', async () => {
    const inquiry = await createInquiry(payload)
    expect(await assign(await at(inquiry), { assignee: colleague.id })).toEqual({ status: 'ok', seq: 1 })
    expect(await read(inquiry.id)).toMatchObject({ status: 'open', assignee: colleague.id })
    expect(await addMessage(await at(inquiry), { type: 'noted', text: 'اتصلت ولم يُجب' })).toMatchObject({
      status: 'ok',
    })
    expect(await addMessage(await at(inquiry), { type: 'asked', text: 'ما رقم الطلب؟' })).toMatchObject({
      status: 'ok',
    })
    expect((await read(inquiry.id)).status).toBe('waiting')
    expect(await addMessage(await at(inquiry), { type: 'answered', text: 'نعم، اكتمل.' })).toMatchObject({
      status: 'ok',
    })
    expect(await close(await at(inquiry))).toEqual({ status: 'ok', seq: 5 })
    expect((await read(inquiry.id)).status).toBe('closed')
  })

  it('closes nothing with a text that nobody can see', async () => {
    const inquiry = await createInquiry(payload)
    const target = readTarget(`user:${colleague.id}`)
    const refused = { status: 'invalid', errors: { text: 'required' } }
    for (const text of ['\u200f', '\u200b', '\u00ad', '\u2800', '\u3164', ' \u0301', '\ufeff\u2060\n', '\u{e0041}']) {
      expect(await answerAndClose(await at(inquiry), { text })).toEqual(refused)
      for (const type of ['answered', 'asked', 'noted'] as const) {
        expect(await addMessage(await at(inquiry), { type, text })).toEqual(refused)
      }
      expect(await refer(await at(inquiry), { target, reason: text })).toEqual(refused)
    }
    expect(await read(inquiry.id)).toMatchObject({ status: 'new', seq: 0 })
  })

  it('refers to a person or to a department, with the reason', async () => {
    const inquiry = await createInquiry(payload)
    expect(
      await refer(await at(inquiry), { target: readTarget(`user:${colleague.id}`), reason: 'هي أعلم بالتسجيل' }),
    ).toMatchObject({ status: 'ok' })
    expect((await read(inquiry.id)).assignee).toBe(colleague.id)
    expect(
      await refer(await at(inquiry), { target: readTarget(`department:${department.id}`), reason: 'يخص القسم' }),
    ).toMatchObject({ status: 'ok' })
    expect(await read(inquiry.id)).toMatchObject({ assignee: null, department: department.id })
  })

  it('answers and closes in one go', async () => {
    const inquiry = await createInquiry(payload)
    expect(await answerAndClose(await at(inquiry), { text: 'نعم' })).toEqual({ status: 'ok', seq: 2, isClosed: true })
    expect((await read(inquiry.id)).status).toBe('closed')
  })

  it('takes one step for a form that was sent twice', async () => {
    const inquiry = await createInquiry(payload)
    const work = await at(inquiry)
    const results = [
      await addMessage(work, { type: 'noted', text: 'مرة واحدة' }),
      await addMessage(work, { type: 'noted', text: 'مرة واحدة' }),
    ]
    expect(results).toEqual([
      { status: 'ok', seq: 1 },
      { status: 'ok', seq: 1 },
    ])
    expect((await read(inquiry.id)).seq).toBe(1)
  })

  it('reopens what was closed, with a reason, and answers are owed again', async () => {
    const inquiry = await createInquiry(payload)
    await answerAndClose(await at(inquiry), { text: 'نعم' })
    expect(await addMessage(await at(inquiry), { type: 'reopened', text: ' ' })).toEqual({
      status: 'invalid',
      errors: { text: 'required' },
    })
    expect(await addMessage(await at(inquiry), { type: 'reopened', text: 'بقي جزء' })).toMatchObject({ status: 'ok' })
    expect(await read(inquiry.id)).toMatchObject({ status: 'open', isAnswerOwed: true })
  })
})

describe('a page that was opened before something happened', () => {
  it("takes an answer after one's own assignment and note, which need not be read again", async () => {
    const inquiry = await createInquiry(payload)
    const screen = await at(inquiry)
    const again = () => ({ ...screen, submissionKey: randomToken() })
    expect(await assign(again(), { assignee: officer.id })).toEqual({ status: 'ok', seq: 1 })
    expect(await addMessage(again(), { type: 'noted', text: 'اتصلت' })).toEqual({ status: 'ok', seq: 2 })
    expect(await addMessage(again(), { type: 'answered', text: 'نعم' })).toEqual({ status: 'ok', seq: 3 })
    expect(await close(again())).toEqual({ status: 'ok', seq: 4 })
  })

  it('takes a step after the acknowledgement, which the system sent in the meantime', async () => {
    const inquiry = await createInquiry(payload)
    const screen = await at(inquiry)
    const event = { type: 'acknowledged', actor: { kind: 'system' } } as const
    await appendEvent({ payload, clock, reason: 'test-setup', row: await read(inquiry.id), event })
    expect(await addMessage(screen, { type: 'answered', text: 'نعم' })).toEqual({ status: 'ok', seq: 2 })
  })

  it("refuses a step after one's own, when a colleague or the person came in between", async () => {
    for (const interrupt of [
      async (inquiry: Inquiry) =>
        void (await addMessage(await at(inquiry, colleague), { type: 'noted', text: 'مهلًا' })),
      personAdds,
    ]) {
      const inquiry = await createInquiry(payload)
      const screen = await at(inquiry)
      await assign({ ...screen, submissionKey: randomToken() }, { assignee: officer.id })
      await interrupt(inquiry)
      expect(await addMessage(screen, { type: 'answered', text: 'نعم' })).toEqual({ status: 'conflict' })
    }
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e300, 99])(
    'counts as one that has seen nothing when it names step %d',
    async (seq) => {
      const inquiry = await createInquiry(payload)
      await personAdds(inquiry)
      const screen = { ...(await at(inquiry)), seq }
      expect(await addMessage(screen, { type: 'answered', text: 'نعم' })).toEqual({ status: 'conflict' })
    },
  )

  it('lets exactly one of two people who act in the same moment go first', async () => {
    const inquiry = await createInquiry(payload)
    const screens = [await at(inquiry, officer), await at(inquiry, colleague)]
    const results = await Promise.all(screens.map((screen) => addMessage(screen, { type: 'answered', text: 'إجابة' })))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['conflict', 'ok'])
    expect((await read(inquiry.id)).seq).toBe(1)
  })
})

describe('what is refused', () => {
  it('closing without an answer, with its reason', async () => {
    const inquiry = await createInquiry(payload)
    expect(await close(await at(inquiry))).toEqual({ status: 'refused', reason: 'answerMissing' })
  })

  it.each([
    ['', 'required'],
    ['   \n', 'required'],
  ])('an answer of %j', async (text, error) => {
    const inquiry = await createInquiry(payload)
    expect(await addMessage(await at(inquiry), { type: 'answered', text })).toEqual({
      status: 'invalid',
      errors: { text: error },
    })
    expect((await read(inquiry.id)).seq).toBe(0)
  })

  it('an answer longer than is kept, which would be cut for whoever reads it', async () => {
    const inquiry = await createInquiry(payload)
    const text = 'س'.repeat(limits.answer + 1)
    expect(await addMessage(await at(inquiry), { type: 'answered', text })).toMatchObject({
      errors: { text: 'tooLong' },
    })
  })

  it('giving a case to somebody who does not work on cases, or to nobody', async () => {
    const inquiry = await createInquiry(payload)
    for (const assignee of [auditor.id, editor.id, 'nobody']) {
      expect(await assign(await at(inquiry), { assignee })).toEqual({
        status: 'invalid',
        errors: { target: 'unknown' },
      })
    }
    expect(await assign(await at(inquiry), { assignee: '' })).toMatchObject({ errors: { target: 'required' } })
    expect(await refer(await at(inquiry), { target: readTarget('role:all'), reason: '' })).toEqual({
      status: 'invalid',
      errors: { text: 'required', target: 'required' },
    })
  })

  it('the second of two people who act on the same screen; nothing of the first is lost', async () => {
    const inquiry = await createInquiry(payload)
    const [first, second] = [await at(inquiry, officer), await at(inquiry, colleague)]
    expect(await addMessage(first, { type: 'answered', text: 'إجابة أولى' })).toMatchObject({ status: 'ok' })
    expect(await addMessage(second, { type: 'answered', text: 'إجابة ثانية' })).toEqual({ status: 'conflict' })
    const folder = await readCase({ payload, user: officer, id: inquiry.id, locale: 'ar', now })
    expect(folder?.events.map(({ text }) => text)).toEqual(['إجابة أولى'])
  })

  it('closing over a reply that came while the answer was being closed', async () => {
    const inquiry = await createInquiry(payload)
    const screen = await at(inquiry)
    await addMessage(screen, { type: 'answered', text: 'نعم' })
    await personAdds(inquiry)
    expect(await close({ ...screen, submissionKey: randomToken() })).toEqual({ status: 'conflict' })
  })

  it('every step of an auditor, who reads the case', async () => {
    const inquiry = await createInquiry(payload)
    expect(await addMessage(await at(inquiry, auditor), { type: 'noted', text: 'س' })).toEqual({ status: 'forbidden' })
    expect(await assign(await at(inquiry, auditor), { assignee: officer.id })).toEqual({ status: 'forbidden' })
    expect(await close(await at(inquiry, auditor))).toEqual({ status: 'forbidden' })
    const folder = await readCase({ payload, user: auditor, id: inquiry.id, locale: 'ar', now })
    expect(folder).toMatchObject({ subject: 'عن التسجيل', steps: [] })
    expect((await read(inquiry.id)).seq).toBe(0)
  })

  it('even knowing of a case, for editors and for leads of other departments', async () => {
    const inquiry = await createInquiry(payload)
    for (const user of [editor, lead]) {
      expect(await readCase({ payload, user, id: inquiry.id, locale: 'ar', now })).toBeNull()
      expect(await addMessage(await at(inquiry, user), { type: 'noted', text: 'س' })).toEqual({ status: 'notFound' })
    }
    await refer(await at(inquiry), { target: { kind: 'department', id: department.id }, reason: 'لكم' })
    expect(await addMessage(await at(inquiry, lead), { type: 'noted', text: 'س' })).toMatchObject({ status: 'ok' })
    expect(await readCase({ payload, user: editor, id: inquiry.id, locale: 'ar', now })).toBeNull()
  })
})
