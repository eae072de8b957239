import { hasVisibleText } from '@/platform/typed-text'

/** A question's words in one language, as stored. */
export interface WordsRow {
  kind?: string | null
  text?: string | null
  lowLabel?: string | null
  highLabel?: string | null
  options?: readonly { label?: string | null }[] | null
}

export type MissingWords = { part: 'title' } | { part: 'introduction' } | { part: 'question'; question: number }

const isBlank = (words: string | null | undefined) => !hasVisibleText(words ?? '')

/** What a survey still lacks in one language before it can be published. Questions are numbered from 1. */
export function missingWords(survey: {
  title?: string | null
  introduction?: string | null
  questions: readonly WordsRow[]
}): MissingWords[] {
  const missing: MissingWords[] = []
  if (isBlank(survey.title)) missing.push({ part: 'title' })
  if (isBlank(survey.introduction)) missing.push({ part: 'introduction' })
  for (const [index, row] of survey.questions.entries()) {
    const lacksEnds = row.kind === 'scale' && (isBlank(row.lowLabel) || isBlank(row.highLabel))
    const isChoice = row.kind === 'single-choice' || row.kind === 'multiple-choice'
    const lacksOption = isChoice && (row.options ?? []).some(({ label }) => isBlank(label))
    if (isBlank(row.text) || lacksEnds || lacksOption) missing.push({ part: 'question', question: index + 1 })
  }
  return missing
}
