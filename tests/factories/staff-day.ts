import type { Payload } from 'payload'
import type { Inquiry, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { appendEvent } from '@/shared/casework/server/append-event'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import type { StaffAction } from '@/shared/casework/server/desk/append-staff-event'
import { assign } from '@/shared/casework/server/desk/assign'
import { readTarget, refer } from '@/shared/casework/server/desk/refer'
import { createInquiry } from './inquiries'

/** A day at the desk, each case with a name that says whose it is and when it is due. */

/** Tuesday noon in Riyadh. */
export const dayNow = new Date('2026-11-24T09:00:00Z')

const received = {
  // Two working days: the first are late by a week, the second due at the end of today.
  overdue: (minute: number) => ({ receivedAt: `2026-11-15T09:0${minute}:00.000Z`, targetDays: 2 }),
  today: (minute: number) => ({ receivedAt: `2026-11-22T07:0${minute}:00.000Z`, targetDays: 2 }),
  undated: (minute: number) => ({ receivedAt: `2026-11-20T09:0${minute}:00.000Z`, targetDays: null }),
}

interface Staff {
  officer: User
  lead: User
  /** The lead's. */
  department: string
}

/** @returns the name of each case by its id */
export async function createDay(payload: Payload, { department, lead, officer }: Staff): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const make = async (name: string, given: Parameters<typeof createInquiry>[1]): Promise<Inquiry> => {
    const inquiry = await createInquiry(payload, given)
    names.set(inquiry.id, name)
    return inquiry
  }
  const read = ({ id }: Inquiry) =>
    payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('test-setup') })
  /** The case as the officer sees it, some minutes ago. */
  const at = async (inquiry: Inquiry, minutesAgo = 0): Promise<StaffAction> => {
    const { seq } = await read(inquiry)
    const clock = () => new Date(dayNow.getTime() - minutesAgo * 60_000)
    return { payload, clock, user: officer, caseId: inquiry.id, seq, submissionKey: randomToken() }
  }
  const returnMail = async (inquiry: Inquiry) =>
    appendEvent({
      payload,
      clock: () => new Date(0),
      reason: 'work-inquiry',
      row: await read(inquiry),
      event: { type: 'undelivered', actor: { kind: 'system' } },
    })

  // None is made in the order in which it stands in a list.
  // Came before all others, and had the most time.
  await make('nobody: overdue', { receivedAt: '2026-11-11T09:00:00.000Z', targetDays: 6 })
  await make('nobody: today, later', received.today(6))
  await make('nobody: today', received.today(1))
  await make('nobody: undated, later', received.undated(7))
  await make('nobody: undated', received.undated(6))
  for (const [name, given] of [
    ['officer: undated 3', received.undated(3)],
    ['officer: undated 2', received.undated(2)],
    ['officer: undated 1', received.undated(1)],
    ['officer: today', received.today(3)],
    ['officer: overdue', received.overdue(1)],
  ] as const) {
    await assign(await at(await make(name, given)), { assignee: officer.id })
  }
  for (const [name, given] of [
    ['department: undated', received.undated(5)],
    ['department: overdue', received.overdue(3)],
  ] as const) {
    await refer(await at(await make(name, given)), { target: readTarget(`department:${department}`), reason: 'يخصه' })
  }
  await assign(await at(await make('lead: today', received.today(4))), { assignee: lead.id })
  // Who asks has the case. Nothing in it is due until the person writes.
  const asked = await make('officer: waiting', received.overdue(0))
  await addMessage(await at(asked, 10), { type: 'asked', text: 'ما رقم الطلب؟' })
  await returnMail(asked)
  for (const [index, minutesAgo] of [1, 3, 5, 7, 6, 4, 2].entries()) {
    const answered = await make(`lead: answered ${minutesAgo} minutes ago`, received.undated(index))
    await assign(await at(answered, minutesAgo), { assignee: lead.id })
    await addMessage(await at(answered, minutesAgo), { type: 'answered', text: 'نعم' })
    await returnMail(answered)
  }
  return names
}
