import { hasVisibleText } from '@/platform/typed-text'
import { questionsWithoutWords, type WordsRow } from '@/shared/forms/domain/languages'

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
  for (const question of questionsWithoutWords(survey.questions)) missing.push({ part: 'question', question })
  return missing
}
