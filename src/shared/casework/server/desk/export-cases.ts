import type { Payload, Where } from 'payload'
import type { Inquiry, User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { gregorianDay } from '@/platform/calendar'
import { type Cell, csv } from '@/platform/spreadsheet'
import { cleanLine } from '@/platform/typed-text'
import { workbook } from '@/platform/workbook'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { listStaff } from '@/shared/directory/case-workers'
import { listDepartments } from '@/shared/directory/departments'
import { serviceTitles } from '@/shared/directory/services'
import { channelLabels } from '@/shared/vocabulary/channels'
import type { BilingualLabel } from '@/shared/vocabulary/label'
import { caseTypeOf, kindLabels } from '../../case-type'
import { statusLabels } from '../../cms/labels'
import { formatReference } from '../../domain/reference'
import { relatedId } from '../../domain/rows'
import { mayReadCases } from '../../roles'
import { decryptPersonalFields } from '../personal-fields'
import {
  afterCursor,
  type CaseFilters,
  type CaseQuery,
  type CaseView,
  filterConditions,
  queryFor,
} from './case-queries'

/** Of one file. Who needs more exports by kind, channel or month. */
export const mostExported = 5000
/** Read at once. */
const BATCH = 500

export const exportReason = { min: 5, max: 300 } as const

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportCases {
  payload: Payload
  user: User
  now: Date
  locale: 'ar' | 'en'
  view: CaseView
  filters: CaseFilters
  /** What was searched for instead of a view. */
  find: Where | null
  format: ExportFormat
  /** As it was typed; it is kept in the log. */
  reason: string
  /** Names, contacts and words, for those who may. */
  isPersonal: boolean
  /** Rows that are read at once. */
  batch?: number
}

export type ExportResult =
  | { status: 'ok'; bytes: Uint8Array; rows: number; isCut: boolean }
  | { status: 'invalid'; error: 'reasonMissing' }
  | { status: 'forbidden' }

/** Who may take personal data out of the system. */
export const mayExportPersonal = (user: User): boolean => hasRole(user, 'administrator')

/**
 * What a list shows, as a file. It is noted in the log with its reason before it is made. Restricted cases
 * are left out: each opening of them is noted by itself.
 * @throws on a database that doesn't answer
 */
export async function exportCases(asked: ExportCases): Promise<ExportResult> {
  const { payload, user, now, locale, view, format, isPersonal } = asked
  if (!mayReadCases(user) || (isPersonal && !mayExportPersonal(user))) return { status: 'forbidden' }
  const reason = cleanLine(asked.reason)
  if (reason.length < exportReason.min || reason.length > exportReason.max) {
    return { status: 'invalid', error: 'reasonMissing' }
  }
  const rows = await rowsOf(asked)
  const isCut = rows.length > mostExported
  const exported = rows.slice(0, mostExported)
  await recordSecurityEvent(payload, {
    ...{ type: 'cases-exported', at: now, account: user.id, actor: user.id, reason },
    detail: `${asked.find ? 'search' : view}, ${exported.length} rows, ${format}${isPersonal ? ', personal data' : ''}`,
  })
  const columns = await columnsOf(asked, exported)
  const table = [
    columns.map(({ label }) => label[locale]),
    ...exported.map((row) => columns.map(({ cell }) => cell(row))),
  ]
  const bytes = format === 'csv' ? Buffer.from(csv(table)) : await workbook(table, { isRightToLeft: locale === 'ar' })
  return { status: 'ok', bytes, rows: exported.length, isCut }
}

/** One more than is exported, which tells that there are more. */
async function rowsOf({ payload, user, now, view, filters, find, batch = BATCH }: ExportCases): Promise<Inquiry[]> {
  const { where, order, isNewestFirst } = queryFor(find ? 'all' : view, user, now)
  const conditions = [
    find ?? where,
    ...(find ? [] : filterConditions(view, filters)),
    { isRestricted: { equals: false } },
  ]
  const rows: Inquiry[] = []
  while (rows.length <= mostExported) {
    const last = rows.at(-1)
    const cursor = last ? [afterCursor(cursorOf(last, order), order, isNewestFirst ? 'less_than' : 'greater_than')] : []
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: { and: [...conditions.filter((condition) => Object.keys(condition).length > 0), ...cursor] },
      sort: [...order, 'id'].map((column) => (isNewestFirst ? `-${column}` : column)),
      limit: Math.min(batch, mostExported + 1 - rows.length),
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user,
    })
    rows.push(...docs)
    if (docs.length < batch) break
  }
  return rows
}

const cursorOf = (row: Inquiry, order: CaseQuery['order']) => ({
  instants: order.map((column) => String(row[column])),
  id: row.id,
})

interface Column {
  label: BilingualLabel
  cell: (row: Inquiry) => Cell
}

const two = (part: number) => String(part).padStart(2, '0')

/** The day in Riyadh, as 2026-11-22, which spreadsheets sort. */
function dayOf(instant: string | null | undefined): string {
  if (!instant) return ''
  const { year, month, day } = gregorianDay(new Date(instant))
  return `${year}-${two(month)}-${two(day)}`
}

async function columnsOf(
  { payload, user, locale, isPersonal }: ExportCases,
  rows: readonly Inquiry[],
): Promise<Column[]> {
  const kinds = kindLabels(payload)
  const services = [...new Set(rows.flatMap(({ service }) => relatedId(service) ?? []))]
  const [staff, departments, titles] = await Promise.all([
    listStaff(payload),
    listDepartments(payload, { locale, reader: { user } }),
    serviceTitles(payload, 'id', services, { locale, reader: { user } }),
  ])
  const names = new Map([...staff, ...departments].map(({ id, name }) => [id, name]))
  const nameOf = (related: Parameters<typeof relatedId>[0]) => names.get(relatedId(related) ?? '') ?? ''
  const columns: Column[] = [
    { label: { ar: 'رقم المتابعة', en: 'Reference' }, cell: ({ reference }) => formatReference(reference) },
    { label: { ar: 'النوع', en: 'Kind' }, cell: ({ kind }) => kinds[kind][locale] },
    { label: { ar: 'القناة', en: 'Channel' }, cell: ({ channel }) => channelLabels[channel][locale] },
    { label: { ar: 'الخدمة', en: 'Service' }, cell: ({ service }) => titles.get(relatedId(service) ?? '') ?? '' },
    { label: { ar: 'الحالة', en: 'Status' }, cell: ({ status }) => statusLabels[status][locale] },
    { label: { ar: 'وصل', en: 'Received' }, cell: ({ receivedAt }) => dayOf(receivedAt) },
    { label: { ar: 'الموعد', en: 'Due' }, cell: ({ dueAt }) => dayOf(dueAt) },
    { label: { ar: 'آخر إجابة', en: 'Last answered' }, cell: ({ answeredAt }) => dayOf(answeredAt) },
    { label: { ar: 'أُغلق', en: 'Closed' }, cell: ({ closedAt }) => dayOf(closedAt) },
    { label: { ar: 'المسؤول', en: 'Assignee' }, cell: ({ assignee }) => nameOf(assignee) },
    { label: { ar: 'القسم', en: 'Department' }, cell: ({ department }) => nameOf(department) },
  ]
  if (!isPersonal) return columns
  const plain = new Map(
    rows.map((row) => [row.id, decryptPersonalFields(caseTypeOf(payload, row).personalFields, row)]),
  )
  const personal: Record<'name' | 'phone' | 'email' | 'subject' | 'message', BilingualLabel> = {
    name: { ar: 'الاسم', en: 'Name' },
    phone: { ar: 'الجوال', en: 'Mobile' },
    email: { ar: 'البريد', en: 'E-mail' },
    subject: { ar: 'الموضوع', en: 'Subject' },
    message: { ar: 'نص الطلب', en: 'Message' },
  }
  return [
    ...columns,
    ...Object.entries(personal).map(([name, label]) => ({
      label,
      cell: ({ id }: Inquiry) => plain.get(id)?.[name as keyof typeof personal] ?? '',
    })),
  ]
}
