import { summarise, type Tally } from './results'

/** The key of the question about the service as a whole, in the seeded survey and its rounds. */
export const wholeQuestion = 'overall'

/** The ratings of one question in one month. */
export type MonthFigures =
  | { kind: 'none' }
  /** Withheld: fewer than five, or it would reveal another group. */
  | { kind: 'withheld' }
  | { kind: 'known'; answered: number; mean: number }

/**
 * A month's row of the results page, for every scale by key, with the same figures withheld.
 * @param month 2026-11
 */
export function monthFigures(tally: Tally, month: string): Map<string, MonthFigures> {
  const known = new Map<string, MonthFigures>()
  for (const [index, { question, figures, groups }] of summarise(tally, 0).questions.entries()) {
    if (question.kind !== 'scale') continue
    const isRated = tally.questions[index]?.groups.month.has(month) === true
    const group = groups.month.find((found) => found.group === month)
    if (!isRated) known.set(question.key, { kind: 'none' })
    else if (figures.kind === 'withheld' || !group || group.isWithheld) known.set(question.key, { kind: 'withheld' })
    else known.set(question.key, { kind: 'known', answered: group.answered, mean: group.mean })
  }
  return known
}
