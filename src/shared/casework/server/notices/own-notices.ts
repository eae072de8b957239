import type { Payload, Where } from 'payload'
import type { Inquiry, StaffNotice, User } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { caseWorkerAccounts } from '@/shared/directory/case-workers'
import { caseTypeOf, kindLabels } from '../../case-type'
import { isMoot, type NoticeKind } from '../../domain/notices'
import { relatedId } from '../../domain/rows'
import { casesSeenBy } from '../case-readers'
import { dueOf } from '../desk/list-cases'
import { decryptHeading } from '../personal-fields'
import type { NoticeLine } from './notice-mail'

/** A notice with its case as it is now. */
interface Current {
  notice: StaffNotice
  row: Inquiry
  /** The name of who is away, in whose place the person is told. */
  onBehalfOf: string | null
}

const instantOf = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null)

/** Of these notices those whose cases the person may still see, parted by whether what they tell has passed. */
export async function currentNotices(
  payload: Payload,
  user: User,
  notices: readonly StaffNotice[],
): Promise<{ current: Current[]; passed: StaffNotice[] }> {
  const cases = await casesSeenBy(payload, user, [...new Set(notices.map(({ inquiry }) => inquiry))])
  const absent = await namesOfAbsent(payload, notices)
  const current: Current[] = []
  const passed: StaffNotice[] = []
  for (const notice of notices) {
    const row = cases.get(notice.inquiry)
    const onBehalfOf = absent.get(notice.onBehalfOf ?? '') ?? null
    if (row && !row.erasedAt && !isPassed(notice, row)) current.push({ notice, row, onBehalfOf })
    else passed.push(notice)
  }
  return { current, passed }
}

async function namesOfAbsent(payload: Payload, notices: readonly StaffNotice[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(notices.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))]
  const accounts = ids.length > 0 ? await caseWorkerAccounts(payload, ids) : []
  return new Map(accounts.map(({ id, name }) => [id, name]))
}

const isPassed = (notice: StaffNotice, row: Inquiry): boolean =>
  isMoot(
    { ...notice, onBehalfOf: notice.onBehalfOf ?? null, dueAt: instantOf(notice.dueAt) },
    {
      status: row.status,
      assignee: relatedId(row.assignee),
      dueAt: instantOf(row.dueAt),
      isAnswerOwed: row.isAnswerOwed,
      isUndelivered: row.isUndelivered,
    },
  )

export const lineOf = (payload: Payload, { notice, row, onBehalfOf }: Current, locale: 'ar' | 'en'): NoticeLine => ({
  kind: notice.kind,
  onBehalfOf,
  isOwn: notice.isOwn,
  inquiry: row.id,
  reference: row.reference,
  caseKind: kindLabels(payload)[row.kind][locale],
  dueAt: row.dueAt && row.isAnswerOwed ? new Date(row.dueAt) : null,
})

/** A notice as the day's page shows it. */
export interface ShownNotice {
  id: string
  kind: NoticeKind
  isOwn: boolean
  onBehalfOf: string | null
  at: Date
  inquiry: string
  reference: string
  /** Empty once the case was erased. */
  subject: string
  due: ReturnType<typeof dueOf>
}

/** The newest that are read at once; what is older than all of them waits until some are seen. */
const MOST = 60

/** What is new for this person, newest first. What has passed since is put away. */
export async function listNewNotices(payload: Payload, user: User, now: Date): Promise<ShownNotice[]> {
  const notices = await newNotices(payload, { recipient: { equals: user.id }, isUnseen: { equals: true } })
  const { current, passed } = await currentNotices(payload, user, notices)
  await putAway(payload, passed)
  return current.map(({ notice, row, onBehalfOf }) => ({
    id: notice.id,
    onBehalfOf,
    kind: notice.kind,
    isOwn: notice.isOwn,
    at: new Date(notice.at),
    inquiry: row.id,
    reference: row.reference,
    subject: decryptHeading(caseTypeOf(payload, row).personalFields, row).subject,
    due: dueOf(row, now),
  }))
}

/** The person has opened the case: nothing of it is new to them. */
export async function markNoticesSeen(payload: Payload, user: User, inquiry: string): Promise<void> {
  const where = { recipient: { equals: user.id }, inquiry: { equals: inquiry }, isUnseen: { equals: true } }
  await putAway(payload, await newNotices(payload, where))
}

async function newNotices(payload: Payload, where: Where): Promise<StaffNotice[]> {
  const { docs } = await payload.find({
    collection: 'staff-notices',
    where,
    sort: ['-at', '-id'],
    limit: MOST,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  return docs
}

async function putAway(payload: Payload, notices: readonly StaffNotice[]): Promise<void> {
  for (const { id } of notices) {
    await updateRow(payload, 'mark', {
      collection: 'staff-notices',
      where: { id: { equals: id } },
      data: { isUnseen: false },
    })
  }
}
