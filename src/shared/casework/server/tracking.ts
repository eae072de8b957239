import type { Payload } from 'payload'
import { defaultLocale, type Locale } from '@/i18n/routing'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { westernDigits } from '@/platform/arabic'
import { addressGroup } from '@/platform/client-address'
import { equalInConstantTime, keyedHash } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { cleanValue, hasVisibleText } from '@/platform/typed-text'
import { workingTime } from '@/shared/calendar/server/read-calendar'
import { followUpOf } from '@/shared/casework/domain/follow-up'
import { type Status, timelineOf } from '@/shared/casework/domain/projection'
import { formatReference, parseReference } from '@/shared/casework/domain/reference'
import { eventOf, relatedId, submissionOf } from '@/shared/casework/domain/rows'
import type { EventType, Outcome } from '@/shared/casework/domain/timeline'
import { MAX_EVENTS } from '@/shared/casework/domain/timeline'
import { formatTrackingCode, parseTrackingCode } from '@/shared/casework/domain/tracking-code'
import { listDepartments } from '@/shared/directory/departments'
import { serviceTitles } from '@/shared/directory/services'
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { attachmentName } from '@/shared/files/server/attachments'
import { type CaseKind, caseTypeOf } from '../case-type'
import type { ReplyChannel } from '../schema'
import { type DueExplanation, dueExplanation } from './due-explanation'
import { trackingAnywhere, trackingPerAddress, trackingPerReference } from './limits'
import type { CaseLink } from './links'
import { decryptEventText, decryptPersonalFields } from './personal-fields'
import { trackingCodeHash, trackingCodeOf } from './tracking-codes'

export type FindByCodeResult =
  | ({ status: 'ok' } & CaseLink)
  | { status: 'invalid'; errors: { reference?: 'required' | 'invalid'; code?: 'required' | 'invalid' } }
  /** Wrong code or unknown reference; the answer doesn't say which. */
  | { status: 'unknown' }
  | { status: 'refused' }

/** No answer comes sooner, so that its time doesn't tell what was found. */
const ANSWER_MS = 250

/**
 * Finds a case by what a person typed. A wrong code and an unknown reference do the same work, take
 * the same time and give the same result. Wrong codes are counted by address and by reference at that address, which
 * decides what is said, and by reference from everywhere, which decides what is opened: a hundred wrong codes a day
 * against one reference, and until the next day it opens by its link only. The arithmetic: docs/adr/0022.
 */
export async function findByCode({
  payload,
  typed,
  clientAddress,
}: {
  payload: Payload
  typed: { reference: string; code: string }
  clientAddress: string
}): Promise<FindByCodeResult> {
  const reference = parseReference(westernDigits(cleanValue(typed.reference)))
  const code = parseTrackingCode(westernDigits(cleanValue(typed.code)))
  if (!reference || !code) {
    return {
      status: 'invalid',
      errors: {
        ...(reference ? {} : { reference: hasVisibleText(typed.reference) ? 'invalid' : 'required' }),
        ...(code ? {} : { code: hasVisibleText(typed.code) ? 'invalid' : 'required' }),
      },
    }
  }
  const answerAt = performance.now() + ANSWER_MS
  // Counted before it is compared and taken back when it was right: of many at once none slips past the limit.
  const isOpen = await trackingAnywhere().consume(reference)
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { reference: { equals: reference } },
    select: { codeHash: true, submissionKey: true, codeIssue: true },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('track-inquiry'),
  })
  const found = docs[0]
  const isRight = equalInConstantTime(trackingCodeHash(code), found?.codeHash ?? 'no such reference')
  if (isOpen && isRight) await trackingAnywhere().refund(reference)
  const isRefused = !isOpen || (!isRight && !(await isWithinLimits(reference, clientAddress)))
  await new Promise((resolve) => setTimeout(resolve, answerAt - performance.now()))
  if (found && isRight && isOpen) {
    return { status: 'ok', submissionKey: found.submissionKey, codeIssue: found.codeIssue ?? 0 }
  }
  return { status: isRefused ? 'refused' : 'unknown' }
}

/** Counts a wrong code. */
async function isWithinLimits(reference: string, clientAddress: string): Promise<boolean> {
  const here = `${keyedHash(reference, 'rate-limit')} ${addressGroup(clientAddress)}`
  const counted = await Promise.all([trackingPerAddress().consume(clientAddress), trackingPerReference().consume(here)])
  return counted.every(Boolean)
}

/** What staff and the system keep among themselves. */
const internalTypes = [
  'noted',
  'released',
  'undelivered',
  'told',
  'restricted',
  'unrestricted',
  'codeRequested',
] as const satisfies readonly EventType[]
type InternalType = (typeof internalTypes)[number]

export interface TrackedStep {
  key: string
  /** What staff keep among themselves is left out. */
  type: Exclude<EventType, InternalType>
  at: Date
  outcome: Outcome | null
  /** Words meant for the person, or their own. */
  text: string | null
  /** The department it was referred to. Names of staff are not shown. */
  department: string | null
}

/** A case as the person sees it. */
export interface TrackedCase {
  id: string
  submissionKey: string
  codeIssue: number
  reference: string
  code: string
  kind: CaseKind
  /** What it is about, in the reader's language; null when nothing was chosen. */
  service: string | null
  status: Status
  subject: string
  message: string
  receivedAt: Date
  /** Null when the association set no target for this kind. */
  dueAt: Date | null
  /** How it came about. */
  due: DueExplanation | null
  answeredAt: Date | null
  closedAt: Date | null
  /** How it ended, where it wasn’t with our answer. */
  outcome: Outcome | null
  /** When it is closed unless the person replies; null while we don't wait. */
  closesAt: Date | null
  acknowledgedAt: Date | null
  hasEmail: boolean
  replyChannel: ReplyChannel
  isAnonymous: boolean
  /** Only a few named people see it. */
  isRestricted: boolean
  name: string | null
  attachments: string[]
  steps: TrackedStep[]
}

export async function findCaseByKey(payload: Payload, submissionKey: string): Promise<Inquiry | null> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { submissionKey: { equals: submissionKey } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('track-inquiry'),
  })
  return docs[0] ?? null
}

async function eventsOf(payload: Payload, caseId: string): Promise<InquiryEvent[]> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    // What is internal never leaves the database for this page.
    where: { and: [{ inquiry: { equals: caseId } }, { type: { not_in: [...internalTypes] } }] },
    sort: 'seq',
    limit: MAX_EVENTS,
    pagination: false,
    depth: 0,
    ...asSystem('track-inquiry'),
  })
  return docs
}

/** Events whose words are for the person. The reason of a referral is between members of staff. */
const isForPerson = (type: EventType) => ['asked', 'added', 'informed', 'answered', 'reopened'].includes(type)

/**
 * The case behind a receipt or a tracking link; null when there is none.
 * @param locale of the names of services and departments
 */
export async function getTracked(
  payload: Payload,
  submissionKey: string,
  locale: Locale = defaultLocale,
): Promise<TrackedCase | null> {
  const row = await findCaseByKey(payload, submissionKey)
  if (!row) return null
  const events = await eventsOf(payload, row.id)
  const due = await dueExplanation(payload, row, events)
  const timeline = timelineOf(submissionOf(row), events.map(eventOf))
  const closesAt = row.followUpAt ? (followUpOf(timeline, await workingTime(payload))?.closesAt ?? null) : null
  const reader = { reason: 'track-inquiry' } as const
  const departments = await listDepartments(payload, {
    ids: [...new Set(events.flatMap(({ targetDepartment }) => relatedId(targetDepartment) ?? []))],
    locale,
    reader,
  })
  const departmentNames = new Map(departments.map(({ id, name }) => [id, name]))
  const service = relatedId(row.service)
  const titles = await serviceTitles(payload, 'id', service ? [service] : [], { locale, reader })
  const keys = [
    row.submissionKey,
    ...events.filter(({ type }) => isForPerson(type)).map((event) => event.submissionKey),
  ]
  const attachments = (await Promise.all(keys.map((key) => attachmentsOf(payload, key, 'track-inquiry')))).flat()
  const personal = decryptPersonalFields(caseTypeOf(payload, row).personalFields, row)
  const date = (value: string | null | undefined) => (value ? new Date(value) : null)
  return {
    id: row.id,
    submissionKey,
    codeIssue: row.codeIssue ?? 0,
    reference: formatReference(row.reference),
    code: formatTrackingCode(trackingCodeOf(row)),
    kind: row.kind,
    service: service ? (titles.get(service) ?? null) : null,
    status: row.status,
    subject: personal.subject,
    message: personal.message,
    receivedAt: new Date(row.receivedAt),
    // Lists show the stored one, which follows a change of the calendar a moment later.
    dueAt: due?.dueAt ?? null,
    due,
    answeredAt: date(row.answeredAt),
    closedAt: date(row.closedAt),
    outcome: row.outcome ?? null,
    closesAt: date(closesAt === null ? null : new Date(closesAt).toISOString()),
    acknowledgedAt: date(row.acknowledgedAt),
    hasEmail: personal.email !== null,
    replyChannel: row.replyChannel,
    isAnonymous: row.isAnonymous,
    isRestricted: row.isRestricted,
    name: personal.name,
    attachments: attachments.map(attachmentName),
    steps: events.map((event) => ({
      key: event.key,
      type: event.type as TrackedStep['type'],
      outcome: event.outcome ?? null,
      at: new Date(event.at),
      text: isForPerson(event.type) ? decryptEventText(event.text) : null,
      department:
        event.type === 'referred' ? (departmentNames.get(relatedId(event.targetDepartment) ?? '') ?? null) : null,
    })),
  }
}
