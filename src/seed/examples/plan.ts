import { createHash } from 'node:crypto'
import { standardCalendar } from '@/shared/calendar/standard-calendar'
import { dayOf } from '@/shared/calendar/working-calendar'

/** Where the newest inquiries stand, in turn. */
const newestEnds = ['closed', 'asked', 'answered', 'assigned', 'received'] as const

/** How many inquiries a year of examples holds. */
export const INQUIRIES = 200
const DAYS = 364
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** What came within them may still be open. */
const OPEN_DAYS = 21

const kinds = ['question', 'question', 'question', 'guidance', 'guidance', 'suggestion', 'complaint'] as const
const channels = [
  'website',
  'website',
  'website',
  'telephone',
  'telephone',
  'interview',
  'social-media',
  'letter',
] as const

export interface PlannedStep {
  type: 'assigned' | 'noted' | 'referred' | 'asked' | 'added' | 'answered' | 'reopened' | 'closed'
  at: Date
}

type Course = [type: PlannedStep['type'], hours: number][]

export interface PlannedEvaluation {
  at: Date
  /** 1 to 5, by key of a question on a scale. */
  scores: Readonly<Record<'courtesy' | 'answered' | 'time' | 'overall', number>>
  /** Which of the example comments, or null for none. */
  comment: number | null
  /** By the invitation's link, or from the open form. */
  isInvited: boolean
}

export interface PlannedInquiry {
  receivedAt: Date
  kind: (typeof kinds)[number]
  channel: (typeof channels)[number]
  locale: 'ar' | 'en'
  isAnonymous: boolean
  /** Which of the example texts of its kind. */
  text: number
  /** Which of the services, or null for none. */
  service: number | null
  /** Which of the example staff works on it. */
  worker: number
  steps: readonly PlannedStep[]
  evaluation: PlannedEvaluation | null
}

/** Numbers from 0 to 1 that are the same on every machine. */
export function seededRandom(seed: string): () => number {
  let drawn = 0
  return () => {
    drawn += 1
    return createHash('sha256').update(`${seed}:${drawn}`).digest().readUInt32BE() / 2 ** 32
  }
}

/**
 * A year of an association's inquiries up to `now`, oldest first: most are answered within days, the
 * newest are in every state that the desk knows. The same `now` and `random` give the same plan.
 */
export function planYear(now: Date, random: () => number = seededRandom('examples')): PlannedInquiry[] {
  const chance = (share: number) => random() < share
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0]
  const between = (low: number, high: number) => low + random() * (high - low)

  /** Kinds of steps up to `end`, with the hours that each takes after the one before. */
  const course = (end: (typeof newestEnds)[number]): Course => {
    const taken: Course = [['assigned', between(0.5, 8)]]
    if (end === 'received') return []
    if (end === 'assigned') return taken
    if (chance(0.15)) taken.push(['referred', between(1, 10)])
    if (chance(0.15)) taken.push(['noted', between(0.2, 4)])
    if (end === 'asked' || chance(0.15)) taken.push(['asked', between(1, 10)])
    if (end === 'asked') return taken
    if (taken.at(-1)?.[0] === 'asked') taken.push(['added', between(3, 30)])
    taken.push(['answered', between(1, 50)])
    if (end === 'answered') return taken
    if (chance(0.06)) taken.push(['reopened', between(3, 40)], ['answered', between(2, 24)])
    taken.push(['closed', between(1, 72)])
    return taken
  }

  const score = () => (chance(0.55) ? 5 : chance(0.6) ? 4 : chance(0.6) ? 3 : chance(0.5) ? 2 : 1)
  const evaluation = (at: Date): PlannedEvaluation => ({
    at,
    scores: { courtesy: score(), answered: score(), time: score(), overall: score() },
    comment: chance(0.3) ? Math.floor(random() * 1000) : null,
    isInvited: chance(0.7),
  })

  return Array.from({ length: INQUIRIES }, (_, index): PlannedInquiry => {
    // More towards the end: an association that becomes known.
    const ageDays = DAYS * (1 - ((index + random()) / INQUIRIES) ** 0.5)
    const receivedAt = workingHour(new Date(now.getTime() - ageDays * DAY_MS), between(5, 18), now)
    const steps = upTo(
      now,
      receivedAt,
      course(ageDays < OPEN_DAYS ? (newestEnds[index % newestEnds.length] ?? 'closed') : 'closed'),
    )
    const last = steps.at(-1)
    const evaluatedAt = new Date((last?.at ?? now).getTime() + between(4, 60) * HOUR_MS)
    const isEvaluated = (last?.type === 'answered' || last?.type === 'closed') && chance(0.6) && evaluatedAt < now
    return {
      receivedAt,
      kind: pick(kinds),
      channel: pick(channels),
      locale: chance(0.15) ? 'en' : 'ar',
      isAnonymous: chance(0.12),
      text: Math.floor(random() * 1000),
      service: chance(0.6) ? Math.floor(random() * 1000) : null,
      worker: Math.floor(random() * 1000),
      steps,
      evaluation: isEvaluated ? evaluation(evaluatedAt) : null,
    }
  })
}

/** The steps one after another, without those that would be in the future. */
function upTo(now: Date, receivedAt: Date, course: Course): PlannedStep[] {
  let at = receivedAt.getTime()
  return course.flatMap(([type, hours]) => {
    at += hours * HOUR_MS
    return at < now.getTime() ? [{ type, at: new Date(at) }] : []
  })
}

const isWorkingDay = (at: Date): boolean => dayOf(standardCalendar, at.getTime()).kind === 'working'

/** Offices are closed on some days; `hour` is of UTC, three behind Riyadh. */
function workingHour(day: Date, hour: number, now: Date): Date {
  let at = new Date(Math.floor(day.getTime() / DAY_MS) * DAY_MS + hour * HOUR_MS)
  while (!isWorkingDay(at) || at > now) at = new Date(at.getTime() - DAY_MS)
  return at
}
