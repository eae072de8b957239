import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { dayInstant, startOfDay } from '@/platform/calendar'
import { privacyNoticeVersion } from '@/platform/privacy-notice'
import { hasVisibleText } from '@/platform/typed-text'
import { caseFiles } from '@/shared/casework/file-owner'
import { mayWork } from '@/shared/casework/roles'
import { limits as answerLimits, type ConsentForm } from '@/shared/casework/schema'
import { checkText, findCase, type StaffAction } from '@/shared/casework/server/desk/append-staff-event'
import { answerAndClose } from '@/shared/casework/server/desk/close'
import { assignToRecorder, findRecordedCase, type RecordedCase } from '@/shared/casework/server/desk/recorded-case'
import { findCaseBy } from '@/shared/casework/server/receive-case'
import { responseTargets } from '@/shared/directory/response-targets'
import { listOfferedServices } from '@/shared/directory/services'
import type { FileError } from '@/shared/files/domain/attachment'
import { fingerprintOf, removeAttachmentsUnder, storeAttachments } from '@/shared/files/server/attachments'
import { findSubmission, oneAtATime } from '@/shared/intake/submission'
import { recordedChannels } from '@/shared/vocabulary/channels'
import type { InquiryErrorCode, InquiryErrors, ValidInquiry } from '../schema'
import type { PostedInquiry } from './read-form'
import { receiveInquiry } from './receive-inquiry'
import { inquiryContent, storedContent } from './submission-content'
import { checkInquiry, staffContactReaders } from './submit-inquiry'

/** What a member of staff wrote down, as it was typed. */
export interface PostedRecord {
  /** The same fields as on the site's form; `consent` is read from `consentForm`. */
  inquiry: PostedInquiry
  channel: string
  consentForm: string
  /** The day it reached us as 2026-11-22, in Riyadh; empty for now. */
  receivedOn: string
  /** What the person was told at once; empty when that is still to come. */
  answer: string
}

export type RecordErrors = InquiryErrors & Partial<Record<'channel' | 'receivedOn' | 'answer', InquiryErrorCode>>

export type RecordResult =
  | ({ status: 'ok'; isAnswered: boolean } & RecordedCase)
  | { status: 'invalid'; errors: RecordErrors; rejectedFiles?: FileError[] }
  | { status: 'forbidden' }

/** What came longer ago is more likely a slip of the pen. */
const OLDEST_DAYS = 366
const DAY_MS = 86_400_000

/** Each is another process that took the same key for other words in the same moment. */
const KEY_TRIES = 3

/** A record in order. */
interface RecordedInquiry {
  inquiry: ValidInquiry
  serviceId: string | null
  channel: (typeof recordedChannels)[number]
  consentForm: Exclude<ConsentForm, 'on-form'>
  receivedAt: Date
}

/**
 * Records what came by interview, telephone, social media or letter, on the person's behalf: the
 * same rules and the same single row as an inquiry from the site, with a reference and a code to
 * give to the person. Source: the policy's five channels.
 * @throws on a database that doesn't answer
 */
export async function recordInquiry({
  payload,
  clock,
  user,
  posted,
}: {
  payload: Payload
  clock: () => Date
  user: User
  posted: PostedRecord
}): Promise<RecordResult> {
  if (!mayWork(user)) return { status: 'forbidden' }
  const now = clock()
  const { values } = posted.inquiry
  const services = await listOfferedServices(payload, user, 'ar')
  const consentForm = consentFormOf(posted.consentForm)
  const checked = checkInquiry(
    { ...values, consent: consentForm !== null },
    (slug) => services.find((service) => service.slug === slug)?.id ?? null,
    null,
    staffContactReaders,
  )
  const channel = recordedChannels.find((known) => known === posted.channel)
  const receivedAt = receivedAtOf(posted.receivedOn, now)
  const errors: RecordErrors = {
    ...(checked.status === 'invalid' && checked.errors),
    ...(!channel && { channel: 'required' as const }),
    ...(!receivedAt && { receivedOn: 'invalid' as const }),
    ...(checkText(posted.answer, answerLimits.answer) === 'tooLong' && { answer: 'tooLong' as const }),
  }
  if (checked.status === 'invalid' || !channel || !receivedAt || !consentForm || errors.answer) {
    return { status: 'invalid', errors }
  }
  const { inquiry, serviceId } = checked
  const written = { inquiry, serviceId, channel, consentForm, receivedAt }
  return oneAtATime(posted.inquiry.submissionKey, async () => {
    for (let tried = 0; tried < KEY_TRIES; tried += 1) {
      const result = await recordOnce({ payload, user, now }, posted.inquiry, written)
      if (result.status === 'invalid') return result
      if (result.status === 'ok') return answerRecorded({ payload, clock, user }, result, posted.answer)
    }
    throw new Error('A recorded inquiry found every key taken.')
  })
}

async function recordOnce(
  { payload, user, now }: { payload: Payload; user: User; now: Date },
  { submissionKey: formKey, files }: PostedInquiry,
  { inquiry, serviceId, channel, consentForm, receivedAt }: RecordedInquiry,
): Promise<Stored | Extract<RecordResult, { status: 'invalid' }> | { status: 'taken' }> {
  const { isStored, key } = await findSubmission({
    formKey,
    content: async () =>
      inquiryContent(inquiry, {
        ...{ channel, serviceId, consentForm, consentVersion: privacyNoticeVersion },
        files: [...new Set(await Promise.all(files.map(fingerprintOf)))].sort(),
        recorded: { by: user.id, receivedAt },
      }),
    contentUnder: async (under) => {
      const row = await findCaseBy(payload, 'submissionKey', under)
      return row && storedContent(payload, row)
    },
  })
  if (!isStored) {
    const rejectedFiles = await takeFiles(payload, { submissionKey: key, files, now })
    const [first] = rejectedFiles
    if (first) return { status: 'invalid', errors: { attachments: first.code }, rejectedFiles }
    const received = await receiveInquiry(payload, {
      inquiry,
      serviceId,
      channel,
      consent: { form: consentForm, version: privacyNoticeVersion, at: now },
      receivedAt,
      targetDays: (await responseTargets(payload, user))[inquiry.kind],
      submissionKey: key,
      // Two people may say the same in one hour; staff, who met both, record both.
      dedupeKey: `recorded:${key}`,
      proof: `staff:${key}`,
      recordedBy: user.id,
    })
    if (received.status === 'taken') return received
  }
  await assignToRecorder({ payload, clock: () => now, user }, key)
  const recorded = await findRecordedCase(payload, user, key)
  if (!recorded) throw new Error('an inquiry was recorded and is not there')
  return { status: 'ok', key, recorded }
}

interface Stored {
  status: 'ok'
  /** Under which the inquiry is stored. */
  key: string
  recorded: RecordedCase
}

/**
 * What the person was told at once is the answer, and closes the case. The step's key is made from the
 * inquiry's, so that the form sent again after a failure goes on where it stopped.
 */
async function answerRecorded(
  { payload, clock, user }: Pick<StaffAction, 'payload' | 'clock' | 'user'>,
  { key, recorded }: Stored,
  answer: string,
): Promise<RecordResult> {
  const caseId = recorded.id
  // A restricted one is for those named for it.
  if (!caseId || !hasVisibleText(answer)) return { status: 'ok', ...recorded, isAnswered: false }
  const row = await findCase(payload, user, caseId)
  const action = { payload, clock, user, caseId, seq: row?.seq ?? 0, submissionKey: `${key}:answered` }
  const answered = await answerAndClose(action, { text: answer })
  return { status: 'ok', ...recorded, isAnswered: answered.status === 'ok' }
}

/** The form posts its files again each time: what an earlier try left is out. */
async function takeFiles(
  payload: Payload,
  given: { submissionKey: string; files: readonly File[]; now: Date },
): Promise<FileError[]> {
  await removeAttachmentsUnder(payload, given.submissionKey)
  return given.files.length > 0 ? storeAttachments(payload, { owner: caseFiles, ...given }) : []
}

const consentFormOf = (typed: string): Exclude<ConsentForm, 'on-form'> | null =>
  typed === 'spoken' || typed === 'written' ? typed : null

/** The clock of an answer runs from the day it reached us, not from the day it was written down. */
function receivedAtOf(typed: string, now: Date): Date | null {
  if (!typed) return now
  const [year = 0, month = 0, day = 0] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)?.slice(1).map(Number) ?? []
  const instant = dayInstant({ year, month, day }, 'gregorian')
  if (!instant) return null
  if (startOfDay(instant).getTime() === startOfDay(now).getTime()) return now
  const isPossible = instant < now && now.getTime() - instant.getTime() < OLDEST_DAYS * DAY_MS
  return isPossible ? instant : null
}
