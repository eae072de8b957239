import { type Payload, ValidationError } from 'payload'
import type { Inquiry } from '@/payload-types'
import { keyedDigits, randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { referenceFrom, referenceRandomDigits } from '../domain/reference'

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

type Inserted =
  | { status: 'ok'; submissionKey: string }
  /** Somebody else's row, or this one's, is under the submission key: what it holds is to be looked at. */
  | { status: 'taken' }
  | { status: 'refused'; reason: 'proofUsed' }

/** Inserts once. Whoever finds the same content stored was not the first, and gets the first one's row. */
export async function insertInquiry(payload: Payload, row: NewRow): Promise<Inserted> {
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
