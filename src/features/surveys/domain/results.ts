import { notApplicable } from './answers'
import { type Question, type ScalePoint, scalePoints } from './definition'

/** Groups with fewer answers are withheld, so that nobody can be recognised and no chance figure is read as one. */
export const smallestGroup = 5

export const dimensions = ['month', 'service', 'channel'] as const
export type Dimension = (typeof dimensions)[number]

/** One response as results need it. */
export interface ResponseFacts {
  /** By question key, as stored. What no longer fits its question is left out of every figure. */
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
  /** Empty for what has no mean. */
  groups: Record<Dimension, readonly GroupFigures[]>
}

export interface SurveyResults {
  invited: number
  answered: number
  answeredByInvitation: number
  /** Of those invited, from 0 to 1; null when nobody was. */
  responseRate: number | null
  questions: readonly QuestionResults[]
}

const meanOf = (points: readonly number[]): number => points.reduce((sum, point) => sum + point, 0) / points.length

const ratingOf = (value: unknown): ScalePoint | null => scalePoints.find((point) => point === value) ?? null

function figuresOf(question: Question, responses: readonly ResponseFacts[]): Figures {
  const values = responses.map(({ coded }) => coded[question.key])
  if (question.kind === 'scale') {
    const ratings = values.map(ratingOf).filter((point) => point !== null)
    return {
      kind: 'scale',
      answered: ratings.length,
      notApplicable: values.filter((value) => value === notApplicable).length,
      counts: scalePoints.map((point) => ({ point, count: ratings.filter((rating) => rating === point).length })),
      mean: ratings.length > 0 ? meanOf(ratings) : null,
    }
  }
  if (question.kind === 'single-choice' || question.kind === 'multiple-choice') {
    const chosen = values.map((value) => (Array.isArray(value) ? value : [value]))
    const isKnown = (key: unknown) => question.options.some((option) => option.key === key)
    return {
      kind: 'choice',
      answered: chosen.filter((keys) => keys.some(isKnown)).length,
      counts: question.options.map(({ key }) => ({ key, count: chosen.filter((keys) => keys.includes(key)).length })),
    }
  }
  return { kind: 'text', answered: responses.filter(({ textKeys }) => textKeys.includes(question.key)).length }
}

/**
 * Which groups are withheld, by their sizes. Beside the small ones this withholds as many of the
 * next smallest as it takes that what is left out is two groups or more and not itself small:
 * otherwise the total less the shown groups would give the hidden one away.
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

function groupsOf(key: string, responses: readonly ResponseFacts[], dimension: Dimension): GroupFigures[] {
  const ratings = new Map<string | null, number[]>()
  for (const response of responses) {
    const rating = ratingOf(response.coded[key])
    if (rating === null) continue
    const group = response[dimension]
    ratings.set(group, [...(ratings.get(group) ?? []), rating])
  }
  // By name, months in their order, those without one last.
  const groups = [...ratings].toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
  const withheld = withheldGroups(groups.map(([, points]) => points.length))
  return groups.map(([group, points], index) =>
    withheld.has(index)
      ? { group, isWithheld: true }
      : { group, isWithheld: false, answered: points.length, mean: meanOf(points) },
  )
}

const noGroups: Record<Dimension, readonly GroupFigures[]> = { month: [], service: [], channel: [] }

/** What a survey's answers say, with every group under {@link smallestGroup} left out. */
export function summarise(
  questions: readonly Question[],
  responses: readonly ResponseFacts[],
  invited: number,
): SurveyResults {
  const answeredByInvitation = responses.filter(({ isInvited }) => isInvited).length
  return {
    invited,
    answered: responses.length,
    answeredByInvitation,
    responseRate: invited > 0 ? answeredByInvitation / invited : null,
    questions: questions.map((question) => {
      const figures = figuresOf(question, responses)
      if (figures.answered < smallestGroup) return { question, figures: { kind: 'withheld' }, groups: noGroups }
      if (figures.kind !== 'scale') return { question, figures, groups: noGroups }
      return {
        question,
        figures,
        groups: {
          month: groupsOf(question.key, responses, 'month'),
          service: groupsOf(question.key, responses, 'service'),
          channel: groupsOf(question.key, responses, 'channel'),
        },
      }
    }),
  }
}
