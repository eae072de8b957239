import type { Payload } from 'payload'
import type { Inquiry, LinkRequest } from '@/payload-types'
import { forgetRows } from '@/platform/forget-rows'
import type { Job, Round } from '@/platform/jobs'
import { messageIdOf, sendMail } from '@/platform/mail'
import { asSystem } from '@/platform/system-payload'
import { formatReference } from '@/shared/casework/domain/reference'
import { sendQueuedMails } from '@/shared/messages/mail-outbox'
import { caseTypeOf } from '../case-type'
import type { Contact } from '../schema'
import { sendCaseSms, smsNumberOf } from './case-sms'
import { casesOfContact } from './cases-of-contact'
import { linkMail } from './link-mails'
import { mailedLinkMs, ownCasesToken, trackingToken } from './links'
import { ownCasesUrl, senderOf, trackingUrl } from './mail-facts'
import { note } from './mail-jobs'
import { decryptPersonalFields, emailIndexOf } from './personal-fields'

/** A request's case: the one that was named, or the contact's newest. */
async function caseOf(payload: Payload, request: LinkRequest): Promise<Inquiry | null> {
  const contact: Contact = { kind: request.contactKind, index: request.contactIndex }
  const [row] = await casesOfContact(payload, contact, { reference: request.reference ?? null, limit: 1 })
  return row ?? null
}

const contactsOf = (payload: Payload, row: Inquiry) =>
  decryptPersonalFields(caseTypeOf(payload, row).personalFields, row)

/** Whether staff have yet to answer an earlier request: they call once. */
async function isAskedAlready(payload: Payload, id: string): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { and: [{ inquiry: { equals: id } }, { type: { in: ['codeRequested', 'codeReissued'] } }] },
    sort: '-seq',
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return docs[0]?.type === 'codeRequested'
}

/** The address where the link leads to: one case for a day, or all cases of the address that receives it for an hour. */
function linkTo(request: LinkRequest, row: Inquiry, contact: Contact, now: Date): string {
  return request.reference
    ? trackingUrl(request.locale, trackingToken(row, { end: { until: new Date(now.getTime() + mailedLinkMs) } }))
    : ownCasesUrl(request.locale, ownCasesToken(contact, now))
}

/**
 * Sends new links to who lost a code, to the address on record and never to one that was typed. Where only a telephone
 * is on record, staff see that the person is to be called.
 */
export const sendLinks = {
  name: 'lost-codes',
  run: (payload: Payload, now: Date, round?: Round): Promise<number> =>
    sendQueuedMails<LinkRequest>({
      payload,
      now,
      round,
      collection: 'link-requests',
      async send(request) {
        const row = await caseOf(payload, request)
        if (!row) return false
        const contacts = contactsOf(payload, row)
        const { email } = contacts
        const number = smsNumberOf(contacts)
        if (number) {
          const messageId = messageIdOf(`link:${request.key}`)
          await sendCaseSms('link', row, { to: number, locale: request.locale, messageId })
          return true
        }
        if (!email) {
          if (!(await isAskedAlready(payload, row.id))) {
            await note(payload, row.id, now, { type: 'codeRequested', submissionKey: `code-requested:${request.key}` })
          }
          return false
        }
        const { locale } = request
        const mail = linkMail({
          locale,
          sender: await senderOf(payload, locale),
          reference: request.reference ? formatReference(row.reference) : null,
          url: linkTo(request, row, { kind: 'email', index: emailIndexOf(email) }, now),
        })
        await sendMail({ ...mail, to: email, language: locale, messageId: messageIdOf(`link:${request.key}`) })
        return true
      },
    }),
}

const DAY_MS = 86_400_000

/** Deletes requests that led to nothing at once, and others after a day. */
export const forgetLinkRequests: Job = {
  name: 'lost-codes-kept',
  async run(payload, now) {
    const before = new Date(now.getTime() - DAY_MS).toISOString()
    // Each by an index of its own: MongoDB reads the whole collection for an "or" without one for every branch.
    return (
      (await forgetRows(payload, 'link-requests', { mailState: { equals: 'none' } })) +
      (await forgetRows(payload, 'link-requests', { requestedAt: { less_than: before } }))
    )
  },
}
