import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import type { SurveyResponse } from '@/payload-types'
import { gregorianDay } from '@/platform/calendar'
import { asSystem } from '@/platform/system-payload'
import { addTo, emptyTally, type ResponseFacts, type Tally } from '../domain/results'
import type { SurveyView } from './survey-view'

const PORTION = 500

/** Responses of one survey, from an instant (inclusive) to another (exclusive). */
interface Wanted {
  survey: string
  from?: Date | undefined
  until?: Date | undefined
}

/** The columns that figures need. */
const countedColumns = {
  answers: true,
  textKeys: true,
  isInvited: true,
  serviceSlug: true,
  channel: true,
  submittedAt: true,
} as const
type CountedColumns = typeof countedColumns
export type CountedRow = Pick<SurveyResponse, 'id' | keyof CountedColumns>

type Words = 'texts' | 'contact'

/** A row with the selected columns, and always `id` and day, by which the next page begins. */
async function portion(payload: Payload, where: Where[], columns: Record<string, true>): Promise<SurveyResponse[]> {
  const { docs } = await payload.find({
    collection: 'survey-responses',
    where: { and: where },
    select: columns,
    sort: ['submittedAt', 'id'],
    limit: PORTION,
    pagination: false,
    depth: 0,
    ...asSystem('read-survey-results'),
  })
  return docs
}

/**
 * Responses in pages by keyset, so that the last page is as fast as the first. It yields between pages, because
 * SQLite blocks the thread.
 */
async function* portionsOf(payload: Payload, { survey, from, until }: Wanted, columns: Record<string, true>) {
  const bounds: Where[] = [
    { survey: { equals: survey } },
    ...(from ? [{ submittedAt: { greater_than_equal: from.toISOString() } }] : []),
    ...(until ? [{ submittedAt: { less_than: until.toISOString() } }] : []),
  ]
  for (let afterCursor: Where[] = []; ; ) {
    const rows = await portion(payload, [...bounds, ...afterCursor], columns)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PORTION) return
    afterCursor = [
      { submittedAt: { greater_than_equal: last.submittedAt } },
      { or: [{ submittedAt: { greater_than: last.submittedAt } }, { id: { greater_than: last.id } }] },
    ]
    await setImmediate()
  }
}

/** 2026-11: the month in Riyadh. */
export function monthOf(instant: Date): string {
  const { year, month } = gregorianDay(instant)
  return `${year}-${String(month).padStart(2, '0')}`
}

export const recordOf = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

const factsOf = (row: CountedRow): ResponseFacts => ({
  coded: recordOf(row.answers),
  textKeys: Array.isArray(row.textKeys) ? row.textKeys.map(String) : [],
  isInvited: row.isInvited,
  month: monthOf(new Date(row.submittedAt)),
  service: row.serviceSlug || null,
  channel: row.channel || null,
})

/**
 * Counts a survey's responses, all or between two instants.
 * @param onto the tally to add them to, which is modified
 */
export async function tallyResponses(
  payload: Payload,
  survey: SurveyView,
  { from, until, onto = emptyTally(survey.questions) }: { from?: Date; until?: Date; onto?: Tally } = {},
): Promise<Tally> {
  for await (const rows of portionsOf(payload, { survey: survey.id, from, until }, countedColumns)) {
    for (const row of rows) addTo(onto, factsOf(row))
  }
  return onto
}

/** The same with every row; texts stay encrypted. */
export async function readResponses(
  payload: Payload,
  survey: SurveyView,
): Promise<{ tally: Tally; rows: (CountedRow & Pick<SurveyResponse, Words>)[] }> {
  const tally = emptyTally(survey.questions)
  const rows: SurveyResponse[] = []
  const columns = { ...countedColumns, texts: true, contact: true } as const
  for await (const found of portionsOf(payload, { survey: survey.id }, columns)) {
    for (const row of found) addTo(tally, factsOf(row))
    rows.push(...found)
  }
  return { tally, rows }
}
