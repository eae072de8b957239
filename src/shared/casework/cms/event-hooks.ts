import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  Payload,
} from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { updateRow } from '@/platform/raw-writes'
import { formatWaiting } from '@/shared/casework/domain/follow-up'
import { isStepKind } from '@/shared/casework/domain/notices'
import { timelineOf } from '@/shared/casework/domain/projection'
import { eventOf, relatedId, submissionOf } from '@/shared/casework/domain/rows'
import { checkTransition, MAX_EVENTS } from '@/shared/casework/domain/timeline'
import { isToldStep } from '@/shared/casework/domain/told-steps'
import { waitingDays as waitingDaysSet } from '@/shared/directory/waiting-days'
import { caseTypeOf } from '../case-type'
import { isToldBySms } from '../server/case-sms'
import { eventsOf, writeProjection } from './projection'
import { lostTheRace, refusedTransition } from './refuse'

/** Keys that make a second insertion of the same step impossible. */
export const keyEvent: CollectionBeforeValidateHook<InquiryEvent> = ({ data, operation }) => {
  if (operation !== 'create' || !data) return data
  return {
    ...data,
    key: `${relatedId(data.inquiry)}:${data.seq}`,
    at: data.at ?? new Date().toISOString(),
    submissionKey: data.submissionKey ?? randomToken(),
  }
}

/**
 * The only way into the timeline. The case is claimed for step `seq` by one conditional statement,
 * which also keeps other writers out until the projection is written; a job repairs what a crash in
 * between leaves. Every insertion passes here, so that no case is closed without an answer.
 */
export const claimStep: CollectionBeforeChangeHook<InquiryEvent> = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { payload } = req
  const id = relatedId(data.inquiry)
  const { type, at, seq } = data
  if (!id || !type || !at || typeof seq !== 'number') throw refusedTransition('notReceived')
  const row = (await payload.db.findOne<Inquiry>({
    collection: 'inquiries',
    where: { id: { equals: id } },
    req,
  })) as Inquiry | null
  if (!row) throw refusedTransition('notReceived')
  if (row.erasureStartedAt || row.erasedAt) throw refusedTransition('erased')
  if (row.seq !== seq - 1 || row.isProjectionStale) throw lostTheRace()

  const events = await eventsOf(payload, row.id, req)
  if (events.length >= MAX_EVENTS) throw refusedTransition('tooManyEvents')
  // The same form again: its first posting is there already.
  if (events.some(({ submissionKey }) => submissionKey === data.submissionKey)) throw lostTheRace()
  const timeline = timelineOf(submissionOf(row), events.map(eventOf))
  const event = eventOf({
    type,
    at,
    targetUser: data.targetUser,
    targetDepartment: data.targetDepartment,
    actor: data.actor,
    outcome: data.outcome,
  })
  const result = checkTransition(timeline, { ...event, hasText: Boolean(data.text) }, caseTypeOf(payload, row).rules)
  if (result.status === 'refused') throw refusedTransition(result.reason)

  const claimed = await updateRow(payload, 'claim', {
    collection: 'inquiries',
    where: {
      and: [
        { id: { equals: id } },
        { seq: { equals: seq - 1 } },
        { isProjectionStale: { equals: false } },
        { erasureStartedAt: { exists: false } },
      ],
    },
    data: { seq, isProjectionStale: true, claimedAt: new Date().toISOString() },
    req,
  })
  if (!claimed) throw lostTheRace()

  // The job finds by this mark what the person is told.
  const isForWantOfReply = type === 'reminded' || data.outcome === 'noReply'
  const hasEmail = Boolean(row.email)
  const isMailed = (isToldStep(type) && isToldBySms(row)) || ((isToldStep(type) || isForWantOfReply) && hasEmail)
  // A later change of the settings moves no date that the person was told.
  const waitingDays = type === 'asked' ? await waitingDaysFor(payload, hasEmail) : null
  return {
    ...data,
    waitingDays,
    mailState: isMailed ? 'due' : 'none',
    mailNextAt: isMailed ? at : null,
    mailAttempts: 0,
    // So do staff, by a mark of their own.
    noticesDueAt: isStepKind(type) ? at : null,
  }
}

/** Who left no address can't be reminded by mail. */
async function waitingDaysFor(payload: Payload, hasEmail: boolean): Promise<string | null> {
  const { reminders, closing } = await waitingDaysSet(payload)
  return formatWaiting({ reminders: hasEmail ? reminders : [], closing })
}

export const projectStep: CollectionAfterChangeHook<InquiryEvent> = async ({ doc, operation, req }) => {
  const id = relatedId(doc.inquiry)
  if (operation !== 'create' || !id) return doc
  const row = (await req.payload.db.findOne<Inquiry>({
    collection: 'inquiries',
    where: { id: { equals: id } },
    req,
  })) as Inquiry | null
  if (row) await writeProjection(req.payload, row, doc.seq, req)
  return doc
}
