import type { Payload } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { messageIdOf, sendMail } from '@/platform/mail'
import { sweepMails } from '@/platform/mail-sweep'
import { asSystem } from '@/platform/system-payload'
import { formatReference } from '../domain/reference'
import { relatedId } from '../domain/rows'
import { formatTrackingCode } from '../domain/tracking-code'
import { appendEvent } from './append-event'
import { trackingToken } from './links'
import { acknowledgementMail, senderOf, wordsMail } from './mail-templates'
import { openEventText, openPersonalFields } from './personal-fields'
import { trackingCodeOf } from './submit-inquiry'

/** Confirms every submission that left an address, and notes it in the timeline. */
export const acknowledge = {
  name: 'inquiry-acknowledgements',
  run: (payload: Payload, now: Date): Promise<number> =>
    sweepMails<Inquiry>({
      payload,
      now,
      collection: 'inquiries',
      async send(inquiry) {
        const { email } = openPersonalFields(inquiry)
        if (!email) return false
        const mail = acknowledgementMail({
          locale: inquiry.locale,
          sender: await senderOf(payload, inquiry.locale),
          reference: formatReference(inquiry.reference),
          code: formatTrackingCode(trackingCodeOf(inquiry.submissionKey)),
          token: trackingToken(inquiry.submissionKey, { end: 'none' }),
        })
        await sendMail({
          ...mail,
          to: email,
          language: inquiry.locale,
          messageId: messageIdOf(`acknowledgement:${inquiry.submissionKey}`),
        })
        await noteAcknowledgement(payload, inquiry.id, now)
        return true
      },
    }),
}

const TRIES = 3

/** The mail is out whatever happens here; a case that keeps changing goes without the note. */
async function noteAcknowledgement(payload: Payload, id: string, now: Date): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const inquiry = await payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('sweep') })
    const result = await appendEvent({
      payload,
      clock: () => now,
      reason: 'sweep',
      inquiry,
      event: { type: 'acknowledged', actor: { kind: 'system' } },
    })
    if (result.status !== 'conflict') return
  }
}

/** Mails every answer and every question of ours to the person it is for. */
export const mailAnswers = {
  name: 'inquiry-answers',
  run: (payload: Payload, now: Date): Promise<number> =>
    sweepMails<InquiryEvent>({
      payload,
      now,
      collection: 'inquiry-events',
      async send(event) {
        const id = relatedId(event.inquiry)
        const words = openEventText(event.text)
        if (!id || !words || (event.type !== 'answered' && event.type !== 'asked')) return false
        const inquiry = await payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('sweep') })
        const { email } = openPersonalFields(inquiry)
        if (!email) return false
        const mail = wordsMail({
          locale: inquiry.locale,
          sender: await senderOf(payload, inquiry.locale),
          reference: formatReference(inquiry.reference),
          token: trackingToken(inquiry.submissionKey, { end: 'none' }),
          type: event.type,
          words,
        })
        await sendMail({ ...mail, to: email, language: inquiry.locale, messageId: messageIdOf(`event:${event.key}`) })
        return true
      },
    }),
}
