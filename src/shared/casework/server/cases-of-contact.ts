import type { Payload, Where } from 'payload'
import type { Locale } from '@/i18n/routing'
import type { Inquiry } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import type { Status } from '@/shared/casework/domain/projection'
import { formatReference } from '@/shared/casework/domain/reference'
import { kindLabels } from '../case-type'
import type { Contact } from '../schema'
import { trackingToken } from './links'

/** More than a person has; the newest are shown. */
const MAX_CASES = 50

const indexOf = { email: 'emailIndex', phone: 'phoneIndex' } as const satisfies Record<Contact['kind'], keyof Inquiry>

/** The cases on which this contact is on record, what happened last first. What was erased has no contact any more. */
export async function casesOfContact(
  payload: Payload,
  { kind, index }: Contact,
  { reference, limit = MAX_CASES }: { reference?: string | null; limit?: number } = {},
): Promise<Inquiry[]> {
  const isTheirs: Where = { [indexOf[kind]]: { equals: index } }
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: reference ? { and: [{ reference: { equals: reference } }, isTheirs] } : isTheirs,
    sort: '-lastEventAt',
    limit,
    pagination: false,
    depth: 0,
    ...asSystem('track-inquiry'),
  })
  return docs
}

/** A case in the list of one's own: nothing that the reference doesn't say to its owner. */
export interface OwnCase {
  reference: string
  /** In the reader's language. */
  kind: string
  status: Status
  lastChangeAt: Date
  /** Of its tracking page, for two hours. */
  token: string
}

export async function ownCases(payload: Payload, contact: Contact, locale: Locale, now: Date): Promise<OwnCase[]> {
  const labels = kindLabels(payload)
  return (await casesOfContact(payload, contact)).map((row) => ({
    reference: formatReference(row.reference),
    kind: labels[row.kind][locale],
    status: row.status,
    lastChangeAt: new Date(row.lastEventAt ?? row.receivedAt),
    token: trackingToken(row, { end: { from: now } }),
  }))
}
