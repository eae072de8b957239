import type { Payload, Where } from 'payload'
import type { Attachment, Inquiry, InquiryEvent, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import type { EventType } from '../../domain/timeline'
import { attachmentName } from '../attachments'
import { openEventText, openPersonalFields, type PersonalFields } from '../personal-fields'

/** Everything one screen shows of a case, for someone who may read it. */

/** More files than a case ever has. */
const maximumFiles = 100
const maximumEvents = 500

export interface CaseFileAttachment {
  id: string
  name: string
  mimeType: Attachment['mimeType']
  /** Bytes. */
  size: number
}

export interface CaseEvent {
  id: string
  type: EventType
  /** ISO 8601. */
  at: string
  by: { kind: InquiryEvent['actorKind']; name: string | null }
  to: string | null
  text: string | null
  mailState: InquiryEvent['mailState']
  attachments: CaseFileAttachment[]
}

export interface CaseFile {
  inquiry: Inquiry
  person: PersonalFields
  assignee: { id: string; name: string } | null
  service: string | null
  attachments: CaseFileAttachment[]
  events: CaseEvent[]
}

const nameOf = (related: string | { name?: string | null } | null | undefined): string | null =>
  related && typeof related === 'object' ? (related.name ?? null) : null

/** The case, or null when there is none that this person may read. */
export async function findCase(
  payload: Payload,
  { id, user, depth = 0 }: { id: string; user: User; depth?: number },
): Promise<Inquiry | null> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth,
    populate: { users: { name: true }, services: { title: true } },
    overrideAccess: false,
    user,
  })
  return docs[0] ?? null
}

export async function readCaseFile(
  payload: Payload,
  { id, user, locale }: { id: string; user: User; locale: 'ar' | 'en' },
): Promise<CaseFile | null> {
  const inquiry = await findCase(payload, { id, user })
  if (!inquiry) return null
  const { docs: events } = await payload.find({
    collection: 'inquiry-events',
    where: { inquiry: { equals: inquiry.id } },
    sort: 'seq',
    limit: maximumEvents,
    pagination: false,
    depth: 1,
    populate: { users: { name: true }, inquiries: { reference: true } },
    ...asSystem('work-inquiry'),
  })
  const keys = [inquiry.submissionKey, ...events.map(({ submissionKey }) => submissionKey)]
  const { docs: files } = await payload.find({
    collection: 'attachments',
    where: { submissionKey: { in: keys } },
    sort: 'storedAt',
    limit: maximumFiles,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  const filesOf = (key: string): CaseFileAttachment[] =>
    files
      .filter(({ submissionKey }) => submissionKey === key)
      .map((file) => ({ id: file.id, name: attachmentName(file), mimeType: file.mimeType, size: file.size }))

  return {
    inquiry,
    person: openPersonalFields(inquiry),
    assignee: await assigneeOf(payload, inquiry, user),
    service: await serviceTitle(payload, inquiry, locale),
    attachments: filesOf(inquiry.submissionKey),
    events: events.map((event) => ({
      id: event.id,
      type: event.type,
      at: event.at,
      by: { kind: event.actorKind, name: nameOf(event.actor) },
      to: nameOf(event.targetUser),
      text: openEventText(event.text),
      mailState: event.mailState,
      attachments: filesOf(event.submissionKey),
    })),
  }
}

async function assigneeOf(payload: Payload, inquiry: Inquiry, user: User): Promise<CaseFile['assignee']> {
  if (typeof inquiry.assignee !== 'string') return null
  const found = await payload.findByID({
    collection: 'users',
    id: inquiry.assignee,
    depth: 0,
    disableErrors: true,
    select: { name: true },
    overrideAccess: false,
    user,
  })
  return found ? { id: inquiry.assignee, name: found.name } : null
}

async function serviceTitle(payload: Payload, inquiry: Inquiry, locale: 'ar' | 'en'): Promise<string | null> {
  if (typeof inquiry.service !== 'string') return null
  const found = await payload.findByID({
    collection: 'services',
    id: inquiry.service,
    depth: 0,
    locale,
    disableErrors: true,
    select: { title: true },
    ...asSystem('work-inquiry'),
  })
  return found?.title ?? null
}

/** Who can be given a case. */
export async function listCaseWorkers(payload: Payload, user: User): Promise<{ id: string; name: string }[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['case-officer', 'department-lead', 'administrator'] } },
    sort: 'name',
    limit: 500,
    pagination: false,
    depth: 0,
    select: { name: true },
    overrideAccess: false,
    user,
  })
  return docs.map(({ id, name }) => ({ id, name }))
}

/** One file of a case this person may read, or null. */
export async function findCaseAttachment(
  payload: Payload,
  { id, user }: { id: string; user: User },
): Promise<Attachment | null> {
  const file = await payload.findByID({
    collection: 'attachments',
    id,
    depth: 0,
    disableErrors: true,
    ...asSystem('work-inquiry'),
  })
  if (!file) return null
  const { docs: events } = await payload.find({
    collection: 'inquiry-events',
    where: { submissionKey: { equals: file.submissionKey } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  const event = events[0]
  const owner: Where = event
    ? { id: { equals: typeof event.inquiry === 'string' ? event.inquiry : event.inquiry.id } }
    : { submissionKey: { equals: file.submissionKey } }
  const { totalDocs } = await payload.count({ collection: 'inquiries', where: owner, overrideAccess: false, user })
  return totalDocs > 0 ? file : null
}
