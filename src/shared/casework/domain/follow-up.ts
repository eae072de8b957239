import type { WorkingTime } from './clock'
import { type Instant, isWaitingOnPerson, type TimelineEvent, type WaitingDays } from './timeline'

/** What the system does next about a question that the person has not answered. */
export interface FollowUp {
  next: { type: 'reminded' | 'closed'; at: Instant } | null
  /** When the case is closed without a reply; null for never. */
  closesAt: Instant | null
}

/**
 * Reminders and then the closing, counted in working days from the question, by the days that were set when it was
 * asked. After an outage each still waits a working day after the one before it, so that nobody is closed unwarned.
 */
export function followUpOf(timeline: readonly TimelineEvent[], time: WorkingTime): FollowUp | null {
  if (!isWaitingOnPerson(timeline)) return null
  const place = timeline.findLastIndex(({ type }) => type === 'asked')
  const asked = timeline[place]
  if (!asked?.waiting) return null
  const { closing } = asked.waiting
  const reminders = asked.waiting.reminders.filter((days) => days > 0 && (closing === 0 || days < closing))
  const reminded = timeline.slice(place).filter(({ type }) => type === 'reminded')
  const last = reminded.at(-1)
  const end = (from: Instant, days: number): Instant => time.daysAfter(from, days).at(-1) ?? from
  const earliest = last ? end(last.at, 1) : asked.at
  const after = (days: number) => Math.max(end(asked.at, days), earliest)
  const closesAt = closing > 0 ? after(closing) : null
  const days = reminders.toSorted((a, b) => a - b)[reminded.length]
  if (days !== undefined) return { next: { type: 'reminded', at: after(days) }, closesAt }
  return { next: closesAt === null ? null : { type: 'closed', at: closesAt }, closesAt }
}

/** As an event keeps them: `3,7,14`, the last for the closing. */
export const formatWaiting = ({ reminders, closing }: WaitingDays): string | null =>
  closing > 0 || reminders.some((days) => days > 0) ? [...reminders, closing].join() : null

export function parseWaiting(stored: string | null | undefined): WaitingDays | undefined {
  const days = (stored ?? '').split(',').map(Number)
  const closing = days.pop()
  return stored && closing !== undefined && [...days, closing].every(Number.isSafeInteger)
    ? { reminders: days, closing }
    : undefined
}
