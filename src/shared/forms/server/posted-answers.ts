import { typedText } from '@/platform/typed-text'
import { answerField, type TypedAnswers, textLimits } from '../domain/answers'

/** More than any field takes, so that an absurd one is refused by its limit and not echoed whole. */
const CUT = textLimits['long-text'] * 2
const MAX_VALUES = 20
const MAX_QUESTIONS = 50

/** What was posted under the questions' keys, as typed, within bounds. */
export function postedAnswers(form: FormData): TypedAnswers {
  const prefix = answerField('')
  const names = [...new Set(form.keys())].filter((name) => name.startsWith(prefix)).slice(0, MAX_QUESTIONS)
  return Object.fromEntries(
    names.map((name) => [
      name.slice(prefix.length),
      form
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .slice(0, MAX_VALUES)
        .map((value) => typedText(value, CUT)),
    ]),
  )
}
