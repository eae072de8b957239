import { type Payload, ValidationError } from 'payload'
import type { Inquiry } from '@/payload-types'
import { keyedDigits, randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { referenceFrom, referenceRandomDigits } from '@/shared/casework/domain/reference'
import type { Channel } from '@/shared/vocabulary/channels'
import type { ConsentForm, ValidInquiry } from '../schema'
import { encryptPersonalFields } from './personal-fields'
import { trackingCodeHash, trackingCodeOf } from './tracking-codes'

/** Of a hundred million references; a collision is drawn again. */
const REFERENCE_DRAWS = 5

/** The row under a unique key, or null. */
export async function findBy(
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

/** An inquiry that is in order, however it reached us: by the site's form, recorded by staff, or as an example. */
export interface ReceiveInquiry {
  inquiry: ValidInquiry
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
  /** Somebody else's row, or this one's, is under the submission key: what it holds is to be looked at. */
  | { status: 'taken' }
  | { status: 'refused'; reason: 'proofUsed' }

/**
 * Takes in an inquiry: one row, written once by one statement, with an unpredictable reference.
 * Where the same content is stored already, the answer names the earlier row.
 * @throws on a database that doesn't answer
 */
export async function receiveInquiry(payload: Payload, command: ReceiveInquiry): Promise<Received> {
  const row = rowOf(command)
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
          isUndelivered: false,
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
    if (await findBy(payload, 'submissionKey', row.submissionKey)) return { status: 'taken' }
    const same = await findBy(payload, 'dedupeKey', row.dedupeKey)
    if (same) return { status: 'ok', submissionKey: same.submissionKey }
    if (await findBy(payload, 'proof', row.proof)) return { status: 'refused', reason: 'proofUsed' }
  }
  throw failure
}

function rowOf({ inquiry, serviceId, channel, consent, receivedAt, targetDays, recordedBy, ...keys }: ReceiveInquiry) {
  return {
    ...encryptPersonalFields(inquiry),
    kind: inquiry.kind,
    channel,
    service: serviceId,
    isAnonymous: inquiry.isAnonymous,
    replyChannel: inquiry.replyChannel,
    locale: inquiry.replyLocale,
    consentVersion: consent.version,
    consentAt: consent.at.toISOString(),
    consentForm: consent.form,
    ...(recordedBy !== undefined && { recordedBy }),
    receivedAt: receivedAt.toISOString(),
    targetDays,
    codeHash: trackingCodeHash(trackingCodeOf(keys.submissionKey)),
    ...keys,
    mailState: inquiry.email ? ('due' as const) : ('none' as const),
    // The acknowledgement is due once it is written down, which may be days after it reached us.
    mailNextAt: inquiry.email ? consent.at.toISOString() : null,
  }
}
