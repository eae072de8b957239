import type { ClockRules } from './case-rules'
import type { EventType, Instant, TimelineEvent } from './timeline'

/** The association's working calendar (Asia/Riyadh) as it is counted in. Durations are milliseconds of working hours. */
export interface WorkingTime {
  /** The instant itself within working hours, else the next opening. */
  openingFrom(instant: Instant): Instant
  /** When the working day of an instant closes, or the next one. */
  closingFrom(instant: Instant): Instant
  /** The closing times of the working days after the one in which `from` falls, or after the next opening. */
  daysAfter(from: Instant, days: number): Instant[]
  between(from: Instant, until: Instant): number
  add(from: Instant, duration: number): Instant
}

export interface Pause {
  from: Instant
  /** Null while we wait. */
  until: Instant | null
}

/** The clock of what the person said last. It is paused while we wait for the person. */
export interface Clock {
  /** The first words since the last answer: reception, or what reopened the case. */
  startedBy: EventType
  start: Instant
  pauses: readonly Pause[]
}

export function clockOf(timeline: readonly TimelineEvent[], { starts, pauses, stops }: ClockRules): Clock | null {
  let clock: { startedBy: EventType; start: Instant; pauses: Pause[] } | null = null
  let isRunning = false
  for (const { type, at } of timeline) {
    const isSaid = starts.has(type)
    if (isSaid && !isRunning) {
      isRunning = true
      clock = { startedBy: type, start: at, pauses: [] }
    } else if (clock && isRunning && pauses.has(type)) {
      if (clock.pauses.at(-1)?.until !== null) clock.pauses.push({ from: at, until: null })
    } else if (clock && isRunning && (isSaid || stops.has(type) || type === 'closed')) {
      const open = clock.pauses.at(-1)
      if (open?.until === null) open.until = at
      isRunning = isSaid
    }
  }
  return clock
}

/** A pause that is over, and the working time that it took. */
export interface CountedPause {
  from: Instant
  until: Instant
  /** Milliseconds of working hours. */
  duration: number
}

/** How a due date comes about: what it adds up to is the due date. */
export interface DueArithmetic {
  startedBy: EventType
  start: Instant
  /** From when it counts: the start, or the next opening where that is outside of working hours. */
  countedFrom: Instant
  /** The closing times of the days that are counted; as many as the target has. */
  days: readonly Instant[]
  /** Those that took working time. */
  pauses: readonly CountedPause[]
  dueAt: Instant
}

const sum = (pauses: readonly CountedPause[]) => pauses.reduce((total, { duration }) => total + duration, 0)

/**
 * The end of the working day by which an answer is due: the last of so many working days after the start, later by the
 * working time of the pauses.
 */
export function dueArithmetic(clock: Clock, days: number, time: WorkingTime): DueArithmetic {
  const countedFrom = time.openingFrom(clock.start)
  const counted = time.daysAfter(clock.start, days)
  const target = counted.at(-1) ?? time.closingFrom(countedFrom)
  const pauses = clock.pauses.flatMap(({ from, until }) => {
    if (until === null) return []
    const duration = time.between(from, until)
    return duration > 0 ? [{ from, until, duration }] : []
  })
  const paused = sum(pauses)
  const dueAt = paused === 0 ? target : time.closingFrom(time.add(target, paused))
  return { startedBy: clock.startedBy, start: clock.start, countedFrom, days: counted, pauses, dueAt }
}
