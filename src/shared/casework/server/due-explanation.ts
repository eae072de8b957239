import type { Payload } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { workingCalendar, workingTimeOf } from '@/shared/calendar/server/read-calendar'
import { holidaysBetween } from '@/shared/calendar/working-time'
import type { BilingualLabel } from '@/shared/vocabulary/label'
import { caseTypeOf } from '../case-type'
import { explainDue } from '../domain/projection'
import { eventOf, submissionOf } from '../domain/rows'
import type { EventType } from '../domain/timeline'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** A pause of the clock, and the working time that it took. */
export interface ExplainedPause {
  from: Date
  until: Date
  hours: number
  minutes: number
}

/** How a due date came about, as the case page and the tracking page show it. */
export interface DueExplanation {
  /** What was said: reception, or what opened the case again. */
  startedBy: EventType
  start: Date
  /** The next opening, where the start was outside of working hours. */
  countedFrom: Date | null
  days: number
  /** The first and the last day that is counted; null for a target of no days. */
  counted: { first: Date; last: Date } | null
  /** On which we would have worked otherwise, from the start to the due date. */
  holidays: { name: BilingualLabel; first: Date; last: Date; days: number }[]
  pauses: ExplainedPause[]
  dueAt: Date
}

/** @param events all of the case's, in order */
export async function dueExplanation(
  payload: Payload,
  row: Pick<Inquiry, 'kind' | 'receivedAt' | 'targetDays'>,
  events: readonly Pick<InquiryEvent, 'type' | 'at' | 'targetUser' | 'targetDepartment' | 'actor'>[],
): Promise<DueExplanation | null> {
  const calendar = await workingCalendar(payload)
  const { rules } = caseTypeOf(payload, row)
  const found = explainDue(submissionOf(row), events.map(eventOf), workingTimeOf(calendar), rules)
  if (!found) return null
  const [first] = found.days
  const last = found.days.at(-1)
  return {
    startedBy: found.startedBy,
    start: new Date(found.start),
    countedFrom: found.countedFrom === found.start ? null : new Date(found.countedFrom),
    days: found.days.length,
    counted: first === undefined || last === undefined ? null : { first: new Date(first), last: new Date(last) },
    holidays: holidaysBetween(calendar, found.start, found.dueAt).map((holiday) => ({
      ...holiday,
      first: new Date(holiday.first),
      last: new Date(holiday.last),
    })),
    pauses: found.pauses.map(({ from, until, duration }) => {
      const minutes = Math.ceil(duration / MINUTE_MS)
      return {
        from: new Date(from),
        until: new Date(until),
        hours: Math.floor(minutes / (HOUR_MS / MINUTE_MS)),
        minutes: minutes % (HOUR_MS / MINUTE_MS),
      }
    }),
    dueAt: new Date(found.dueAt),
  }
}
