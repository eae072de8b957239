import type { Question } from './definition'
import { type GroupFigures, type ResponseFacts, summarise } from './results'

/** Key of the question about the service as a whole, in the seeded survey and its rounds. */
export const wholeQuestion = 'overall'

/** What the ratings of one month say of one question. */
export type MonthFigures =
  | { kind: 'none' }
  /** Fewer than five, or others could be worked out from it. */
  | { kind: 'withheld' }
  | { kind: 'known'; answered: number; mean: number }

const figuresOf = (group: GroupFigures | undefined, isWithheld: boolean): MonthFigures => {
  if (!group) return isWithheld ? { kind: 'withheld' } : { kind: 'none' }
  return group.isWithheld ? { kind: 'withheld' } : { kind: 'known', answered: group.answered, mean: group.mean }
}

/**
 * The month's row of the results page, for every scale by its key: by the same rules, so that a
 * figure which is withheld there can't be read here.
 * @param month 2026-11
 */
export function monthFigures(
  questions: readonly Question[],
  responses: readonly ResponseFacts[],
  month: string,
): Map<string, MonthFigures> {
  return new Map(
    summarise(questions, responses, 0).questions.flatMap(({ question: { key, kind }, figures, groups }) => {
      if (kind !== 'scale') return []
      const isAnswered = responses.some((response) => response.month === month && key in response.coded)
      const group = groups.month.find((found) => found.group === month)
      return [[key, figuresOf(group, figures.kind === 'withheld' && isAnswered)]]
    }),
  )
}
