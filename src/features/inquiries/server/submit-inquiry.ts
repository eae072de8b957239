import type { Payload } from 'payload'
import { keyedHash, randomToken } from '@/platform/crypto'
import { readEmail } from '@/platform/email-address'
import { env } from '@/platform/env'
import { readTelephone } from '@/platform/telephone'
import { hashLabels } from '@/shared/casework/domain/encryption-contexts'
import { caseFiles } from '@/shared/casework/file-owner'
import { submissionsPerAddress } from '@/shared/casework/server/limits'
import { findCaseBy, findRepeatedCase } from '@/shared/casework/server/receive-case'
import type { FileError } from '@/shared/files/domain/attachment'
import { fingerprintsUnder } from '@/shared/files/server/attachment-rows'
import { readFormFiles, settleFiles } from '@/shared/files/server/form-files'
import { submissionsPerContact, submissionsWithoutProof } from '@/shared/intake/limits'
import { passingNames } from '@/shared/intake/passing-secret'
import { readProof } from '@/shared/intake/proof-of-work'
import { type Content, canonicalText, findSubmission, oneAtATime } from '@/shared/intake/submission'
import type { InquiryKind } from '@/shared/vocabulary/inquiry-kinds'
import {
  type ContactReaders,
  type InquiryErrors,
  type InquiryField,
  type InquiryValues,
  inquirySchema,
  type ValidInquiry,
} from '../schema'
import { dedupeLimitCheck } from './limits'
import type { PostedInquiry } from './read-form'
import { receiveInquiry } from './receive-inquiry'
import { inquiryContent, storedContent } from './submission-content'

export interface SubmitInquiry {
  payload: Payload
  clock: () => Date
  posted: PostedInquiry
  /** Of the network, as the entry saw it. */
  clientAddress: string
  /** The browser, as it names itself: tells two people behind one address apart. */
  clientAgent?: string
  /** The version of the privacy notice that the form showed. */
  consentVersion: string
  /** The association's own target in working days, null when it set none. */
  targetDaysOf: (kind: InquiryKind) => number | null
  /** The id of a published service by its slug; null when there is none. */
  serviceIdOf: (slug: string) => string | null
}

/** Under which key the form goes on, where that isn't the one it came with. */
interface GoesOn {
  submissionKey?: string
}

export type SubmitInquiryResult =
  /** Stored, now or by an earlier posting of the same: `submissionKey` names the row. */
  | { status: 'ok'; submissionKey: string }
  | ({ status: 'invalid'; errors: InquiryErrors; rejectedFiles: FileError[] } & GoesOn)
  /** Nothing was sent; the files are kept under the form's key. */
  | ({ status: 'looking'; rejectedFiles: FileError[] } & GoesOn)
  | ({ status: 'refused'; reason: 'tooMany' | 'tooSoon' | 'proofUsed' | 'honeypot' } & GoesOn)

/** Within it the same content of the same sender is the same submission. */
const SAME_CONTENT_MS = 10 * 60_000

/** Each is another process that took the same key for other words in the same moment. */
const KEY_TRIES = 3

/**
 * Takes in an inquiry from the site: one row, written by one statement, whose unique keys make every
 * repetition the same submission (src/shared/intake/submission.ts).
 * @throws on a database that doesn't answer
 */
export function submitInquiry(input: SubmitInquiry): Promise<SubmitInquiryResult> {
  return oneAtATime(input.posted.submissionKey, async () => {
    for (let tried = 0; tried < KEY_TRIES; tried += 1) {
      const result = await submitOnce(input)
      if (result.status !== 'taken') return result
    }
    throw new Error('An inquiry found every key taken.')
  })
}

async function submitOnce(input: SubmitInquiry): Promise<SubmitInquiryResult | { status: 'taken' }> {
  const { payload, clock, clientAddress, posted, serviceIdOf } = input
  const now = clock()
  const contentOf = ({ inquiry, serviceId }: CheckedInquiry, files: readonly string[]): Content =>
    inquiryContent(inquiry, {
      ...{ serviceId, files, consentVersion: input.consentVersion },
      channel: 'website',
      consentForm: 'on-form',
      recorded: null,
    })
  const formFiles = await readFormFiles(payload, posted)
  const { isStored, key } = await findSubmission({
    formKey: posted.submissionKey,
    content: async () => {
      const checked = checkInquiry(posted.values, serviceIdOf, null)
      const files = await formFiles.fingerprints()
      return checked.status === 'ok' ? contentOf(checked, files) : { typed: { ...posted.values }, files }
    },
    contentUnder: async (under) => {
      const row = await findCaseBy(payload, 'submissionKey', under)
      if (row) return storedContent(payload, row)
      return under === posted.submissionKey && formFiles.hasOthers ? 'files of another form' : null
    },
  })
  if (isStored) return { status: 'ok', submissionKey: key }
  const goesOn: GoesOn = key === posted.submissionKey ? {} : { submissionKey: key }
  if (posted.honeypot) return { status: 'refused', reason: 'honeypot', ...goesOn }

  const rejectedFiles = await settleFiles(payload, formFiles, { owner: caseFiles, key, now, clientAddress })
  if (posted.isLooking) return { status: 'looking', rejectedFiles, ...goesOn }
  const checked = checkInquiry(posted.values, serviceIdOf, rejectedFiles[0]?.code ?? null)
  if (checked.status === 'invalid') return { ...checked, rejectedFiles, ...goesOn }
  const { inquiry, serviceId } = checked

  const hasFiles = posted.files.length > 0 || formFiles.wanted.length > 0
  const files = hasFiles ? await fingerprintsUnder(payload, key) : []
  const content = contentOf(checked, files)
  const senders = await sendersOf(input, inquiry, key, now)
  const hashes = senders.map((sender) => keyedHash(canonicalText([sender, content]), hashLabels.content))
  const [contentHash = key] = hashes
  const repeated = await findRepeated(payload, hashes, now)
  if (repeated) return { status: 'ok', submissionKey: repeated.submissionKey }

  const proof = await readProof(posted.proof, now)
  if (proof && now.getTime() - proof.issuedAt < env().MINIMUM_FORM_SECONDS * 1000) {
    return { status: 'refused', reason: 'tooSoon', ...goesOn }
  }
  const isAllowed = await dedupeLimitCheck(contentHash, () => isWithinLimits(clientAddress, inquiry, proof !== null))
  if (!isAllowed) return { status: 'refused', reason: 'tooMany', ...goesOn }

  const received = await receiveInquiry(payload, {
    inquiry,
    serviceId,
    channel: 'website',
    consent: { form: 'on-form', version: input.consentVersion, at: now },
    receivedAt: now,
    targetDays: input.targetDaysOf(inquiry.kind),
    submissionKey: key,
    dedupeKey: dedupeKey(contentHash, now),
    proof: proof ? `work:${proof.id}` : `none:${randomToken()}`,
  })
  return received.status === 'refused' ? { ...received, ...goesOn } : received
}

/**
 * Identifies the sender, to tell the same words of two people apart: a contact; without one the form's own
 * key; and for a form that came without a key, where it came from.
 */
async function sendersOf(
  { payload, posted, clientAddress, clientAgent = '' }: SubmitInquiry,
  { phone, email }: ValidInquiry,
  key: string,
  now: Date,
): Promise<string[]> {
  if (phone ?? email) return [canonicalText([phone, email])]
  if (!posted.isKeyless) return [key]
  return passingNames(payload, canonicalText([clientAddress, clientAgent]), now)
}

interface CheckedInquiry {
  inquiry: ValidInquiry
  serviceId: string | null
}

type Checked = ({ status: 'ok' } & CheckedInquiry) | { status: 'invalid'; errors: InquiryErrors }

const contactReaders: ContactReaders = { phone: readTelephone, email: readEmail }

/** Staff write down whatever number the person gave, and need not be asked. */
export const staffContactReaders: ContactReaders = {
  ...contactReaders,
  phone: (typed) => {
    const read = readTelephone(typed)
    return read.status === 'ok' ? { ...read, takesMessages: true } : read
  },
}

/** Validates what was typed by a person, or by staff who record it for them. */
export function checkInquiry(
  values: InquiryValues,
  serviceIdOf: SubmitInquiry['serviceIdOf'],
  fileError: InquiryErrors['attachments'] | null,
  readers: ContactReaders = contactReaders,
): Checked {
  const parsed = inquirySchema(readers).safeParse(values)
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

const windowOf = (now: Date) => Math.floor(now.getTime() / SAME_CONTENT_MS)
const dedupeKey = (contentHash: string, now: Date) => `${contentHash}:${windowOf(now)}`

/** The same content in the ten minutes before, which may have begun in the window before this one. */
function findRepeated(payload: Payload, contentHashes: readonly string[], now: Date) {
  const since = new Date(now.getTime() - SAME_CONTENT_MS)
  const dedupeKeys = contentHashes.flatMap((hash) => [dedupeKey(hash, now), dedupeKey(hash, since)])
  return findRepeatedCase(payload, { dedupeKeys, since })
}

async function isWithinLimits(clientAddress: string, inquiry: ValidInquiry, hasProof: boolean): Promise<boolean> {
  if (!(await submissionsPerAddress().consume(clientAddress))) return false
  if (!hasProof && !(await submissionsWithoutProof().consume(clientAddress))) return false
  for (const contact of [inquiry.phone, inquiry.email]) {
    if (contact && !(await submissionsPerContact().consume(keyedHash(contact, 'rate-limit')))) return false
  }
  return true
}
