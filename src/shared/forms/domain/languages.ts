import { hasVisibleText } from '@/platform/typed-text'
import type { QuestionRow } from './question-rows'

/** A question's texts in one language, as stored. */
export type WordsRow = Partial<Pick<QuestionRow, 'text' | 'lowLabel' | 'highLabel'>> & {
  kind?: string | null
  options?: readonly { label?: string | null }[] | null
}

const isBlank = (words: string | null | undefined) => !hasVisibleText(words ?? '')

/** Numbers, from 1, of the questions that lack words in one language. */
export const questionsWithoutWords = (questions: readonly WordsRow[]): number[] =>
  questions.flatMap((row, index) => {
    const lacksEnds = row.kind === 'scale' && (isBlank(row.lowLabel) || isBlank(row.highLabel))
    const isChoice = row.kind === 'single-choice' || row.kind === 'multiple-choice'
    const lacksOption = isChoice && (row.options ?? []).some(({ label }) => isBlank(label))
    return isBlank(row.text) || lacksEnds || lacksOption ? [index + 1] : []
  })

/** Which questions there are is what is being saved; their words in the other language are stored. */
export function inOtherLanguage(
  saved: readonly Pick<QuestionRow, 'key' | 'kind' | 'options'>[],
  stored: readonly QuestionRow[],
): WordsRow[] {
  const byKey = new Map(stored.map((question) => [question.key, question]))
  return saved.map((question) => {
    const words = byKey.get(question.key)
    const options = question.options?.map(({ key }) => words?.options?.find((option) => option.key === key) ?? {})
    return { ...words, kind: question.kind, options }
  })
}
