import { notApplicable } from '@/shared/forms/domain/answers'
import { type Question, type ScalePoint, scalePoints } from '@/shared/forms/domain/definition'

/** Groups with fewer answers are withheld, because their figures could identify a person and mean little. */
export const smallestGroup = 5

export const dimensions = ['month', 'service', 'channel'] as const
export type Dimension = (typeof dimensions)[number]

/** The part of a response that results need. */
export interface ResponseFacts {
  /** By question key, as stored. Answers that no longer fit their question are ignored. */
  coded: Readonly<Record<string, unknown>>
  /** Keys of the text questions that were answered. */
  textKeys: readonly string[]
  isInvited: boolean
  /** 2026-11, in Riyadh. */
  month: string
  /** A service's slug; null when the answer was about none. */
  service: string | null
  /** The channel of the inquiry that was answered; null when the person came by themselves. */
  channel: string | null
}

export interface Count {
  key: string
  count: number
}

export interface ScaleFigures {
  kind: 'scale'
  /** Ratings from 1 to 5; "does not apply" is not among them. */
  answered: number
  notApplicable: number
  counts: readonly { point: ScalePoint; count: number }[]
  /** Of the ratings; null when there are none. */
  mean: number | null
}

export interface ChoiceFigures {
  kind: 'choice'
  answered: number
  counts: readonly Count[]
}

export interface TextFigures {
  kind: 'text'
  answered: number
}

export type Figures = ScaleFigures | ChoiceFigures | TextFigures
export type Withheld = { kind: 'withheld' }

/** A scale's mean in one month, service or channel. */
export type GroupFigures =
  | { group: string | null; isWithheld: false; answered: number; mean: number }
  | { group: string | null; isWithheld: true }

export interface QuestionResults {
  question: Question
  figures: Figures | Withheld
  /** Empty for questions without a mean. */
  groups: Record<Dimension, readonly GroupFigures[]>
}

export interface SurveyResults {
  invited: number
  answered: number
  answeredByInvitation: number
  /** The share of those invited, from 0 to 1; null when nobody was. */
  responseRate: number | null
  questions: readonly QuestionResults[]
}

/** Ratings of one group: how many, and their sum. */
interface Ratings {
  count: number
  sum: number
}

interface QuestionTally {
  question: Question
  /** By stored code: how many responses hold it. */
  codes: Map<unknown, number>
  /** How many chose one option or more, or wrote a text. */
  answered: number
  groups: Record<Dimension, Map<string | null, Ratings>>
}

/** The counts so far. Plain data, which `structuredClone` copies. */
export interface Tally {
  responses: number
  byInvitation: number
  questions: readonly QuestionTally[]
}

export const emptyTally = (questions: readonly Question[]): Tally => ({
  responses: 0,
  byInvitation: 0,
  questions: questions.map((question) => ({
    question,
    codes: new Map(),
    answered: 0,
    groups: { month: new Map(), service: new Map(), channel: new Map() },
  })),
})

const ratingOf = (value: unknown): ScalePoint | null => scalePoints.find((point) => point === value) ?? null

const raise = (counts: Map<unknown, number>, key: unknown) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** Adds one response. */
export function addTo(tally: Tally, response: ResponseFacts): void {
  tally.responses += 1
  if (response.isInvited) tally.byInvitation += 1
  for (const counted of tally.questions) addAnswer(counted, response)
}

function addAnswer(counted: QuestionTally, response: ResponseFacts): void {
  const { question, codes, groups } = counted
  const value = response.coded[question.key]
  switch (question.kind) {
    case 'scale': {
      raise(codes, value)
      const rating = ratingOf(value)
      if (rating === null) return
      counted.answered += 1
      for (const dimension of dimensions) {
        const group = response[dimension]
        const ratings = groups[dimension].get(group) ?? { count: 0, sum: 0 }
        groups[dimension].set(group, { count: ratings.count + 1, sum: ratings.sum + rating })
      }
      return
    }
    case 'single-choice':
    case 'multiple-choice': {
      const chosen: unknown[] = Array.isArray(value) ? value : [value]
      const known = question.options.filter(({ key }) => chosen.includes(key))
      if (known.length > 0) counted.answered += 1
      for (const { key } of known) raise(codes, key)
      return
    }
    case 'short-text':
    case 'long-text':
      if (response.textKeys.includes(question.key)) counted.answered += 1
  }
}

const meanOf = ({ sum, count }: Ratings): number => sum / count

function figuresOf({ question, codes, answered }: QuestionTally): Figures {
  switch (question.kind) {
    case 'scale': {
      const counts = scalePoints.map((point) => ({ point, count: codes.get(point) ?? 0 }))
      const sum = counts.reduce((total, { point, count }) => total + point * count, 0)
      return {
        kind: 'scale',
        answered,
        notApplicable: codes.get(notApplicable) ?? 0,
        counts,
        mean: answered > 0 ? meanOf({ sum, count: answered }) : null,
      }
    }
    case 'single-choice':
    case 'multiple-choice':
      return {
        kind: 'choice',
        answered,
        counts: question.options.map(({ key }) => ({ key, count: codes.get(key) ?? 0 })),
      }
    case 'short-text':
    case 'long-text':
      return { kind: 'text', answered }
  }
}

/**
 * The groups to withhold, by size. Besides the small ones it withholds the next smallest until at least two groups
 * and enough answers are withheld; otherwise the total minus the shown groups would reveal the hidden one.
 * @returns indexes into `sizes`
 */
export function withheldGroups(sizes: readonly number[]): ReadonlySet<number> {
  const bySize = sizes.map((size, index) => ({ size, index })).toSorted((a, b) => a.size - b.size)
  const withheld = bySize.filter(({ size }) => size < smallestGroup)
  if (withheld.length === 0) return new Set()
  const isDerivable = () => withheld.length < 2 || withheld.reduce((sum, { size }) => sum + size, 0) < smallestGroup
  for (const group of bySize.slice(withheld.length)) {
    if (!isDerivable()) break
    withheld.push(group)
  }
  return new Set(withheld.map(({ index }) => index))
}

function groupsOf(ratings: ReadonlyMap<string | null, Ratings>): GroupFigures[] {
  // Sorted by name, months in order, groups without a name last.
  const groups = [...ratings].toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
  const withheld = withheldGroups(groups.map(([, { count }]) => count))
  return groups.map(([group, rated], index) =>
    withheld.has(index)
      ? { group, isWithheld: true }
      : { group, isWithheld: false, answered: rated.count, mean: meanOf(rated) },
  )
}

const noGroups: Record<Dimension, readonly GroupFigures[]> = { month: [], service: [], channel: [] }

function resultsOf(counted: QuestionTally): QuestionResults {
  const { question, groups } = counted
  const figures = figuresOf(counted)
  if (figures.answered < smallestGroup) return { question, figures: { kind: 'withheld' }, groups: noGroups }
  if (figures.kind !== 'scale') return { question, figures, groups: noGroups }
  const { month, service, channel } = groups
  return {
    question,
    figures,
    groups: { month: groupsOf(month), service: groupsOf(service), channel: groupsOf(channel) },
  }
}

/** What a survey's answers say, with every group under {@link smallestGroup} left out. */
export function summarise(tally: Tally, invited: number): SurveyResults {
  const { responses, byInvitation, questions } = tally
  return {
    invited,
    answered: responses,
    answeredByInvitation: byInvitation,
    responseRate: invited > 0 ? byInvitation / invited : null,
    questions: questions.map(resultsOf),
  }
}
