import type { Question } from './definition'

/**
 * Whether two definitions ask the same: the same questions in the same order with the same words.
 * A survey with answers must go on asking what was answered; a change is a new round.
 */
export function asksTheSame(before: readonly Question[], after: readonly Question[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}
