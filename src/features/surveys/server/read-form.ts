import { typedLine, typedText } from '@/platform/typed-text'
import { formKeyOf, formText } from '@/shared/intake/form-text'
import { type TypedAnswers, textLimits } from '../domain/answers'
import { answerField, contactLimit } from '../schema'

export interface PostedEvaluation {
  /** The survey that was shown; an invitation names its own. */
  survey: string
  /** The service whose page it was, or empty. */
  service: string
  /** An invitation's secret, or empty. */
  token: string
  typed: TypedAnswers
  contact: string
  /** The form's own key, made by its script or by the page that came back; a new one otherwise. */
  submissionKey: string
  /** Whether it came without a key: its page runs no script, and was not sent before. */
  isKeyless: boolean
  proof: string
  /** What only a machine fills in. */
  honeypot: string
}

/** More than any field takes, so that an absurd one is refused by its limit and not echoed whole. */
const CUT = textLimits['long-text'] * 2
const MAX_VALUES = 20
const MAX_QUESTIONS = 50

/** What was posted under the questions' keys, as typed, within bounds. */
function typedAnswers(form: FormData): TypedAnswers {
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

/** What was posted, as text, unchecked. */
export function readEvaluationForm(form: FormData): PostedEvaluation {
  return {
    survey: formText(form, 'survey').slice(0, 64),
    service: formText(form, 'service').slice(0, 100),
    token: formText(form, 'token').slice(0, 100),
    typed: typedAnswers(form),
    contact: typedLine(form.get('contact'), contactLimit * 2),
    ...formKeyOf(form),
    proof: formText(form, 'proof'),
    honeypot: formText(form, 'website'),
  }
}
