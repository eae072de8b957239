import type { Payload } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import type { Round } from '@/platform/jobs'
import { messageIdOf, sendMail } from '@/platform/mail'
import { asSystem } from '@/platform/system-payload'
import { workingTime } from '@/shared/calendar/server/read-calendar'
import { followUpOf } from '@/shared/casework/domain/follow-up'
import { timelineOf } from '@/shared/casework/domain/projection'
import { formatReference } from '@/shared/casework/domain/reference'
import { eventOf, relatedId, submissionOf } from '@/shared/casework/domain/rows'
import { isToldStep } from '@/shared/casework/domain/told-steps'
import { formatTrackingCode } from '@/shared/casework/domain/tracking-code'
import { sendQueuedMails } from '@/shared/messages/mail-outbox'
import { caseTypeOf } from '../case-type'
import { eventsOf } from '../cms/projection'
import { appendEvent } from './append-event'
import { sendCaseSms, smsNumberOf } from './case-sms'
import { trackingToken } from './links'
import { senderOf } from './mail-facts'
import { decryptEventText, decryptPersonalFields } from './personal-fields'
import { trackingCodeOf } from './tracking-codes'

const acknowledgementId = ({ submissionKey }: Pick<Inquiry, 'submissionKey'>): string =>
  messageIdOf(`acknowledgement:${submissionKey}`)
const eventMailId = ({ key }: Pick<InquiryEvent, 'key'>): string => messageIdOf(`event:${key}`)

/** The Message-IDs of every mail that a case may have caused. */
export const mailIdsOf = (
  row: Pick<Inquiry, 'submissionKey'>,
  events: readonly Pick<InquiryEvent, 'key'>[],
): string[] => [acknowledgementId(row), ...events.map(eventMailId)]

/** Confirms every submission that left an address, and notes it in the timeline. */
export const acknowledge = {
  name: 'inquiry-acknowledgements',
  run: (payload: Payload, now: Date, round?: Round): Promise<number> =>
    sendQueuedMails<Inquiry>({
      payload,
      now,
      round,
      collection: 'inquiries',
      async send(row) {
        const type = caseTypeOf(payload, row)
        const contacts = decryptPersonalFields(type.personalFields, row)
        const { email } = contacts
        const number = smsNumberOf(contacts)
        if (number) {
          await sendCaseSms('received', row, { to: number, messageId: acknowledgementId(row) })
          await note(payload, row.id, now, { type: 'acknowledged' })
          return true
        }
        if (!email) return false
        const mail = type.mails.acknowledgement({
          locale: row.locale,
          sender: await senderOf(payload, row.locale),
          reference: formatReference(row.reference),
          code: formatTrackingCode(trackingCodeOf(row)),
          token: trackingToken(row, { end: 'none' }),
        })
        await sendMail({
          ...mail,
          to: email,
          language: row.locale,
          messageId: acknowledgementId(row),
        })
        await note(payload, row.id, now, { type: 'acknowledged' })
        return true
      },
      givenUp: (row) => note(payload, row.id, now, undelivered('acknowledgement', row.submissionKey)),
    }),
}

const TRIES = 3

/** Staff see that the person was not reached. Under this key it is noted once, however often it is tried. */
const undelivered = (what: 'acknowledgement' | 'event', key: string) =>
  ({ type: 'undelivered', submissionKey: `undelivered:${what}:${key}` }) as const

/** What became of the mail is a fact whatever happens here; a case that keeps changing goes without the note. */
export async function note(
  payload: Payload,
  id: string,
  now: Date,
  step: { type: 'acknowledged' | 'undelivered' | 'codeRequested'; submissionKey?: string },
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('job') })
    const result = await appendEvent({
      payload,
      clock: () => now,
      reason: 'job',
      row,
      event: { ...step, actor: { kind: 'system' } },
    })
    if (result.status !== 'conflict') return
  }
}

/** Nobody is reminded of a question that they have answered meanwhile, nor told of a closing that is over. */
async function mailFollowUp(payload: Payload, id: string, event: InquiryEvent): Promise<boolean> {
  const row = await payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('job') })
  const caseType = caseTypeOf(payload, row)
  const { email } = decryptPersonalFields(caseType.personalFields, row)
  const type = event.type === 'reminded' ? 'reminded' : 'noReply'
  if (!email || (type === 'reminded' ? row.status !== 'waiting' : row.outcome !== 'noReply')) return false
  const events = await eventsOf(payload, id)
  const question = decryptEventText(events.findLast((one) => one.type === 'asked' && one.seq < event.seq)?.text)
  const timeline = timelineOf(submissionOf(row), events.map(eventOf))
  const closesAt = followUpOf(timeline, await workingTime(payload))?.closesAt ?? null
  const mail = caseType.mails.followUp({
    locale: row.locale,
    sender: await senderOf(payload, row.locale),
    reference: formatReference(row.reference),
    token: trackingToken(row, { end: 'none' }),
    type,
    question: question ?? '',
    closesAt: closesAt === null ? null : new Date(closesAt),
  })
  await sendMail({ ...mail, to: email, language: row.locale, messageId: eventMailId(event) })
  return true
}

/** Mails every answer, interim reply and question of ours to the person it is for. */
export const mailAnswers = {
  name: 'inquiry-answers',
  run: (payload: Payload, now: Date, round?: Round): Promise<number> =>
    sendQueuedMails<InquiryEvent>({
      payload,
      now,
      round,
      collection: 'inquiry-events',
      async send(event) {
        const id = relatedId(event.inquiry)
        if (id && (event.type === 'reminded' || event.outcome === 'noReply'))
          return await mailFollowUp(payload, id, event)
        const words = decryptEventText(event.text)
        const { type: step } = event
        if (!id || !words || !isToldStep(step)) return false
        const row = await payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('job') })
        const type = caseTypeOf(payload, row)
        const contacts = decryptPersonalFields(type.personalFields, row)
        const { email } = contacts
        const number = smsNumberOf(contacts)
        if (number) {
          await sendCaseSms(step, row, { to: number, messageId: eventMailId(event) })
          return true
        }
        if (!email) return false
        const mail = type.mails.message({
          locale: row.locale,
          sender: await senderOf(payload, row.locale),
          reference: formatReference(row.reference),
          token: trackingToken(row, { end: 'none' }),
          type: step,
          words,
        })
        await sendMail({ ...mail, to: email, language: row.locale, messageId: eventMailId(event) })
        return true
      },
      async givenUp(event) {
        const id = relatedId(event.inquiry)
        if (id) await note(payload, id, now, undelivered('event', event.key))
      },
    }),
}
