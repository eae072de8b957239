import { summarise, type Tally } from './results'

/** Key of the question about the service as a whole, in the seeded survey and its rounds. */
export const wholeQuestion = 'overall'

/** What the ratings of one month say of one question. */
export type MonthFigures =
  | { kind: 'none' }
  /** Fewer than five, or others could be worked out from it. */
  | { kind: 'withheld' }
  | { kind: 'known'; answered: number; mean: number }

/**
 * The month's row of the results page, for every scale by its key: by the same rules, so that a
 * figure which is withheld there can't be read here.
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
