import { type Payload, ValidationError } from 'payload'
import type { Inquiry } from '@/payload-types'
import { keyedDigits, keyedHash, randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { readProof } from '@/platform/proof-of-work'
import { asSystem } from '@/platform/system-payload'
import { hashLabels } from '../domain/personal-purposes'
import { referenceFrom, referenceRandomDigits } from '../domain/reference'
import { trackingCodeDigits } from '../domain/tracking-code'
import {
  type InquiryErrors,
  type InquiryField,
  type InquiryValues,
  inquirySchema,
  type Kind,
  type ValidInquiry,
} from '../schema'
import { attachmentsOf, removeAttachment, storeAttachments } from './attachments'
import {
  decideOnce,
  filesPerAddress,
  submissionsPerAddress,
  submissionsPerContact,
  submissionsWithoutProof,
} from './limits'
import { openPersonalFields, sealPersonalFields } from './personal-fields'
import type { PostedInquiry } from './read-form'
import { normalisePhone } from './telephone'

export interface SubmitInquiry {
  payload: Payload
  clock: () => Date
  posted: PostedInquiry
  /** Of the network, as the entry saw it. */
  clientAddress: string
  /** The version of the privacy notice that the form showed. */
  consentVersion: string
  /** The association's own target in working days, null when it set none. */
  targetDaysOf: (kind: Kind) => number | null
  /** The id of a published service by its slug; null when there is none. */
  serviceIdOf: (slug: string) => string | null
}

export type SubmitInquiryResult =
  /** Stored, now or by an earlier posting of the same: `submissionKey` names the row. */
  | { status: 'ok'; submissionKey: string }
  | { status: 'invalid'; errors: InquiryErrors }
  | { status: 'refused'; reason: 'tooMany' | 'tooSoon' | 'proofUsed' | 'trap' }

/** Within it the same content of the same sender is the same submission. */
const SAME_CONTENT_MS = 10 * 60_000
/** Of a hundred million references; a collision is drawn again. */
const REFERENCE_DRAWS = 5

/** The tracking code of a submission: derived, so that only its hash is stored and a mail can still name it. */
export const trackingCodeOf = (submissionKey: string): string =>
  keyedDigits(submissionKey, hashLabels.trackingCode, trackingCodeDigits)

export const trackingCodeHash = (code: string): string => keyedHash(code, hashLabels.code)

/**
 * Takes in an inquiry from the site: one row, written by one statement, whose unique keys make every
 * repetition the same submission.
 * @throws on a database that doesn't answer
 */
export async function submitInquiry(given: SubmitInquiry): Promise<SubmitInquiryResult> {
  const { payload, clock, clientAddress } = given
  const now = clock()
  const earlier = await findBy(payload, 'submissionKey', given.posted.submissionKey)
  if (earlier && saysTheSame(earlier, given.posted.values)) {
    return { status: 'ok', submissionKey: earlier.submissionKey }
  }
  // Somebody went back to a form that was sent and wrote something else: that is another message.
  const posted = earlier ? { ...given.posted, submissionKey: randomToken() } : given.posted
  const input = { ...given, posted }
  const { submissionKey } = posted
  if (posted.trap) return { status: 'refused', reason: 'trap' }

  const fileError = await takeFiles(input, now)
  const checked = checkInquiry(posted.values, input.serviceIdOf, fileError)
  if (checked.status === 'invalid') return checked
  const { inquiry, serviceId } = checked

  const fingerprints = (await attachmentsOf(payload, submissionKey)).map(({ fingerprint }) => fingerprint).sort()
  const contentHash = hashContent(inquiry, fingerprints, clientAddress)
  const repeated = await findRepeated(payload, contentHash, now)
  if (repeated) return { status: 'ok', submissionKey: repeated.submissionKey }

  const proof = await readProof(posted.proof, now)
  if (proof && now.getTime() - proof.issuedAt < env().MINIMUM_FORM_SECONDS * 1000) {
    return { status: 'refused', reason: 'tooSoon' }
  }
  const isAllowed = await decideOnce(contentHash, () => isWithinLimits(clientAddress, inquiry, proof !== null))
  if (!isAllowed) return { status: 'refused', reason: 'tooMany' }

  return insertInquiry(payload, {
    ...sealPersonalFields(inquiry),
    kind: inquiry.kind,
    channel: 'website',
    service: serviceId,
    isAnonymous: inquiry.isAnonymous,
    replyChannel: inquiry.replyChannel,
    locale: inquiry.replyLocale,
    consentVersion: input.consentVersion,
    consentAt: now.toISOString(),
    consentForm: 'on-form',
    receivedAt: now.toISOString(),
    targetDays: input.targetDaysOf(inquiry.kind),
    codeHash: trackingCodeHash(trackingCodeOf(submissionKey)),
    submissionKey,
    dedupeKey: dedupeKey(contentHash, now),
    proof: proof ? `work:${proof.id}` : `none:${randomToken()}`,
    mailState: inquiry.email ? 'due' : 'none',
    mailNextAt: inquiry.email ? now.toISOString() : null,
  })
}

/** Whether a row holds what was posted: the same words by the same sender. */
function saysTheSame(row: Inquiry, values: InquiryValues): boolean {
  const parsed = inquirySchema(normalisePhone).safeParse(values)
  if (!parsed.success) return false
  const { kind, subject, message, name, phone, email } = parsed.data
  const stored = { kind: row.kind, ...openPersonalFields(row) }
  return Object.entries({ kind, subject, message, name, phone, email }).every(
    ([field, value]) => stored[field as keyof typeof stored] === value,
  )
}

async function takeFiles({ payload, posted, clientAddress }: SubmitInquiry, now: Date) {
  const { submissionKey, removed, files } = posted
  if (removed.length > 0) {
    const unwanted = (await attachmentsOf(payload, submissionKey)).filter(({ id }) => removed.includes(id))
    for (const attachment of unwanted) await removeAttachment(payload, attachment)
  }
  for (const _ of files) {
    if (!(await filesPerAddress().consume(clientAddress))) return 'tooMany' as const
  }
  return files.length > 0 ? storeAttachments(payload, { submissionKey, files, now }) : null
}

type Checked =
  | { status: 'ok'; inquiry: ValidInquiry; serviceId: string | null }
  | { status: 'invalid'; errors: InquiryErrors }

/** Reads what was typed, wherever it was typed: the same rules for a person and for staff who write for them. */
export function checkInquiry(
  values: InquiryValues,
  serviceIdOf: SubmitInquiry['serviceIdOf'],
  fileError: InquiryErrors['attachments'] | null,
): Checked {
  const parsed = inquirySchema(normalisePhone).safeParse(values)
  const errors: InquiryErrors = {}
  for (const issue of parsed.error?.issues ?? []) {
    // The schema's paths and messages are this form's own: fields and codes.
    const field = issue.path[0] as InquiryField
    errors[field] ??= issue.message as InquiryErrors[InquiryField]
  }
  if (fileError) errors.attachments = fileError
  const serviceId = values.service ? serviceIdOf(values.service) : null
  if (values.service && !serviceId) errors.service = 'unknown'
  if (!parsed.success || Object.keys(errors).length > 0) return { status: 'invalid', errors }
  return { status: 'ok', inquiry: parsed.data, serviceId }
}

/** Who left no contact is told apart by their address, so that two strangers' same words stay two. */
function hashContent(inquiry: ValidInquiry, fingerprints: readonly string[], clientAddress: string): string {
  const sender = (inquiry.phone ?? inquiry.email) ? [inquiry.phone, inquiry.email] : [clientAddress]
  const { kind, service, subject, message, name } = inquiry
  return keyedHash(JSON.stringify([sender, kind, service, subject, message, name, fingerprints]), hashLabels.content)
}

const windowOf = (now: Date) => Math.floor(now.getTime() / SAME_CONTENT_MS)
const dedupeKey = (contentHash: string, now: Date) => `${contentHash}:${windowOf(now)}`

/** The same content in the ten minutes before, which may have begun in the window before this one. */
async function findRepeated(
  payload: Payload,
  contentHash: string,
  now: Date,
): Promise<Pick<Inquiry, 'submissionKey'> | null> {
  const since = now.getTime() - SAME_CONTENT_MS
  const keys = [dedupeKey(contentHash, now), dedupeKey(contentHash, new Date(since))]
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { dedupeKey: { in: keys } },
    select: { submissionKey: true, receivedAt: true },
    limit: 2,
    pagination: false,
    depth: 0,
    ...asSystem('submit-inquiry'),
  })
  return docs.find(({ receivedAt }) => Date.parse(receivedAt) >= since) ?? null
}

async function isWithinLimits(clientAddress: string, inquiry: ValidInquiry, hasProof: boolean): Promise<boolean> {
  if (!(await submissionsPerAddress().consume(clientAddress))) return false
  if (!hasProof && !(await submissionsWithoutProof().consume(clientAddress))) return false
  for (const contact of [inquiry.phone, inquiry.email]) {
    if (contact && !(await submissionsPerContact().consume(keyedHash(contact, 'rate-limit')))) return false
  }
  return true
}

async function findBy(
  payload: Payload,
  key: 'submissionKey' | 'dedupeKey' | 'proof',
  value: string,
): Promise<Inquiry | null> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { [key]: { equals: value } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('submit-inquiry'),
  })
  return docs[0] ?? null
}

type NewRow = Pick<
  Inquiry,
  | 'subject'
  | 'message'
  | 'name'
  | 'phone'
  | 'email'
  | 'phoneIndex'
  | 'emailIndex'
  | 'kind'
  | 'channel'
  | 'service'
  | 'isAnonymous'
  | 'replyChannel'
  | 'locale'
  | 'consentVersion'
  | 'consentAt'
  | 'consentForm'
  | 'receivedAt'
  | 'targetDays'
  | 'codeHash'
  | 'submissionKey'
  | 'dedupeKey'
  | 'proof'
  | 'mailState'
  | 'mailNextAt'
> &
  Partial<Pick<Inquiry, 'recordedBy'>>

/** Inserts once. Whoever finds a unique key taken was not the first, and gets the first one's row. */
export async function insertInquiry(payload: Payload, row: NewRow): Promise<SubmitInquiryResult> {
  let failure: unknown
  for (let draw = 0; draw < REFERENCE_DRAWS; draw += 1) {
    // Eight digits that nobody can foresee; a reference says nothing about how many there are.
    const reference = referenceFrom(keyedDigits(randomToken(), 'reference', referenceRandomDigits))
    try {
      await payload.create({
        collection: 'inquiries',
        data: {
          ...row,
          reference,
          status: 'new',
          isWaitingOnPerson: false,
          isAnswerOwed: true,
          seq: 0,
          isProjectionStale: false,
          mailAttempts: 0,
        },
        // Nothing of it is needed: the row is written, then read back by these columns only.
        select: { submissionKey: true },
        depth: 0,
        ...asSystem('submit-inquiry'),
      })
      return { status: 'ok', submissionKey: row.submissionKey }
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
      failure = error
    }
    if (await findBy(payload, 'submissionKey', row.submissionKey)) {
      return { status: 'ok', submissionKey: row.submissionKey }
    }
    const same = await findBy(payload, 'dedupeKey', row.dedupeKey)
    if (same) return { status: 'ok', submissionKey: same.submissionKey }
    if (await findBy(payload, 'proof', row.proof)) return { status: 'refused', reason: 'proofUsed' }
  }
  throw failure
}
