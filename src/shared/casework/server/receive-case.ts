import { type Payload, ValidationError } from 'payload'
import type { Inquiry } from '@/payload-types'
import { keyedDigits, randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import type { Channel } from '@/shared/vocabulary/channels'
import { type CaseKind, caseTypeOf } from '../case-type'
import type { PersonalValues } from '../domain/personal-fields'
import { referenceFrom, referenceRandomDigits } from '../domain/reference'
import type { ConsentForm, ReplyChannel } from '../schema'
import { isToldBySms } from './case-sms'
import { encryptPersonalFields } from './personal-fields'
import { newTrackingCode, trackingCodeHash } from './tracking-codes'

/** Of a hundred million references; a collision is drawn again. */
const REFERENCE_DRAWS = 5

/** A person's submission after validation. */
export interface Submission {
  kind: CaseKind
  /** The fields of the case's type, in plain words. */
  personal: PersonalValues
  /** Only a few named people are to see it. */
  isSensitive: boolean
  isAnonymous: boolean
  replyChannel: ReplyChannel
  replyLocale: 'ar' | 'en'
}

/** How it reached us and under which keys it is stored. */
export interface Reception {
  /** The id of the service that it is about. */
  serviceId: string | null
  channel: Channel
  consent: {
    form: ConsentForm
    /** The version of the privacy notice that was shown or read out. */
    version: string
    at: Date
  }
  /** From when the clock of an answer runs. */
  receivedAt: Date
  /** The association's own target in working days, null when it set none. */
  targetDays: number | null
  /** Names the submission: its row, its files, its tracking code. */
  submissionKey: string
  /** Unique: the same content sent again within a while has the same one. */
  dedupeKey: string
  /** Unique: a proof of work that was used up, or anything of the submission's own. */
  proof: string
  /** The member of staff who wrote it down. */
  recordedBy?: string
}

export type Received =
  | { status: 'ok'; submissionKey: string }
  /** A row is under the submission key already: what it holds is to be looked at. */
  | { status: 'taken' }
  | { status: 'refused'; reason: 'proofUsed' }

/** The row under a unique key, or null. */
export async function findCaseBy(
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

/** The case that one of these keys was stored under since an instant, or null. */
export async function findRepeatedCase(
  payload: Payload,
  { dedupeKeys, since }: { dedupeKeys: readonly string[]; since: Date },
): Promise<Pick<Inquiry, 'submissionKey'> | null> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { dedupeKey: { in: [...dedupeKeys] } },
    select: { submissionKey: true, receivedAt: true },
    limit: dedupeKeys.length,
    pagination: false,
    depth: 0,
    ...asSystem('submit-inquiry'),
  })
  return docs.find(({ receivedAt }) => Date.parse(receivedAt) >= since.getTime()) ?? null
}

/**
 * Opens a case: one row, written once by one statement, with an unpredictable reference. Where the
 * same content is stored already, the answer names the earlier row.
 * @throws on a database that doesn't answer
 */
export async function receiveCase(payload: Payload, submission: Submission, reception: Reception): Promise<Received> {
  const row = rowOf(payload, submission, reception)
  let failure: unknown
  for (let draw = 0; draw < REFERENCE_DRAWS; draw += 1) {
    // Eight unpredictable digits: a reference doesn't reveal how many cases there are.
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
          isUndelivered: false,
          isRestricted: false,
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
    if (await findCaseBy(payload, 'submissionKey', row.submissionKey)) return { status: 'taken' }
    const same = await findCaseBy(payload, 'dedupeKey', row.dedupeKey)
    if (same) return { status: 'ok', submissionKey: same.submissionKey }
    if (await findCaseBy(payload, 'proof', row.proof)) return { status: 'refused', reason: 'proofUsed' }
  }
  throw failure
}

function rowOf(
  payload: Payload,
  { kind, personal, isSensitive, isAnonymous, replyChannel, replyLocale }: Submission,
  { serviceId, channel, consent, receivedAt, targetDays, recordedBy, ...keys }: Reception,
) {
  const isMailed = Boolean(personal.email) || isToldBySms(personal)
  return {
    ...encryptPersonalFields(caseTypeOf(payload, { kind }).personalFields, personal),
    ...{ kind, channel, isSensitive, isAnonymous, replyChannel },
    service: serviceId,
    locale: replyLocale,
    consentVersion: consent.version,
    consentAt: consent.at.toISOString(),
    consentForm: consent.form,
    ...(recordedBy !== undefined && { recordedBy }),
    receivedAt: receivedAt.toISOString(),
    targetDays,
    codeHash: trackingCodeHash(newTrackingCode(keys.submissionKey)),
    ...keys,
    mailState: isMailed ? ('due' as const) : ('none' as const),
    // The acknowledgement is due once it is written down, which may be days after it reached us.
    mailNextAt: isMailed ? consent.at.toISOString() : null,
    noticesDueAt: consent.at.toISOString(),
  }
}
