import { cleanText } from '@/platform/typed-text'
import { type Question, type ScalePoint, scalePoints } from './definition'

/** The answer "does not apply to me" of a scale. It counts as answered and never in a mean. */
export const notApplicable = 'na'

export const textLimits = { 'short-text': 200, 'long-text': 3000 } as const

/** Stored unencrypted: codes only, nothing that a person wrote. */
export type CodedAnswer = ScalePoint | typeof notApplicable | string | readonly string[]

/** The posted values by question key, as typed. */
export type TypedAnswers = Readonly<Record<string, readonly string[]>>

/** Under which name a question's answers are posted, apart from everything else of the form. */
export const answerField = (key: string): string => `answer.${key}`

export type AnswerError = 'required' | 'invalid' | 'tooLong'

export type ReadAnswers =
  | { status: 'ok'; coded: Record<string, CodedAnswer>; texts: Record<string, string> }
  | { status: 'invalid'; errors: Record<string, AnswerError> }
  /** No question was answered. */
  | { status: 'nothing' }

type ReadOne =
  | { status: 'coded'; answer: CodedAnswer }
  | { status: 'text'; text: string }
  | { status: 'left-out' }
  | { status: 'invalid'; error: AnswerError }

function readOne(question: Question, typed: readonly string[]): ReadOne {
  const given = typed.map(cleanText).filter((value) => value !== '')
  const [first] = given
  if (first === undefined) return { status: 'left-out' }
  switch (question.kind) {
    case 'scale': {
      if (given.length > 1) return { status: 'invalid', error: 'invalid' }
      if (question.hasNotApplicable && first === notApplicable) return { status: 'coded', answer: notApplicable }
      const point = scalePoints.find((candidate) => String(candidate) === first)
      return point ? { status: 'coded', answer: point } : { status: 'invalid', error: 'invalid' }
    }
    case 'single-choice': {
      const isKnown = given.length === 1 && question.options.some(({ key }) => key === first)
      return isKnown ? { status: 'coded', answer: first } : { status: 'invalid', error: 'invalid' }
    }
    case 'multiple-choice': {
      const known = question.options.map(({ key }) => key)
      if (!given.every((value) => known.includes(value))) return { status: 'invalid', error: 'invalid' }
      // In the form's order and each once, whatever the form sent.
      return { status: 'coded', answer: known.filter((key) => given.includes(key)) }
    }
    case 'short-text':
    case 'long-text': {
      const text = given.join('\n')
      return text.length > textLimits[question.kind]
        ? { status: 'invalid', error: 'tooLong' }
        : { status: 'text', text }
    }
  }
}

/**
 * Checks what was posted against the questions and turns it into codes and texts. Names that are
 * no question's key are ignored.
 */
export function readAnswers(questions: readonly Question[], typed: TypedAnswers): ReadAnswers {
  const coded: Record<string, CodedAnswer> = {}
  const texts: Record<string, string> = {}
  const errors: Record<string, AnswerError> = {}
  for (const question of questions) {
    const read = readOne(question, typed[question.key] ?? [])
    if (read.status === 'coded') coded[question.key] = read.answer
    else if (read.status === 'text') texts[question.key] = read.text
    else if (read.status === 'invalid') errors[question.key] = read.error
    else if (question.isRequired) errors[question.key] = 'required'
  }
  if (Object.keys(errors).length > 0) return { status: 'invalid', errors }
  const isEmpty = Object.keys(coded).length === 0 && Object.keys(texts).length === 0
  return isEmpty ? { status: 'nothing' } : { status: 'ok', coded, texts }
}
