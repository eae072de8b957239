import { typedLine } from '@/platform/typed-text'
import type { TypedAnswers } from '@/shared/forms/domain/answers'
import { postedAnswers } from '@/shared/forms/server/posted-answers'
import { formKeyOf, formText } from '@/shared/intake/form-text'
import { contactLimit } from '../schema'

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

/** What was posted, as text, unchecked. */
export function readEvaluationForm(form: FormData): PostedEvaluation {
  return {
    survey: formText(form, 'survey').slice(0, 64),
    service: formText(form, 'service').slice(0, 100),
    token: formText(form, 'token').slice(0, 100),
    typed: postedAnswers(form),
    contact: typedLine(form.get('contact'), contactLimit * 2),
    ...formKeyOf(form),
    proof: formText(form, 'proof'),
    honeypot: formText(form, 'website'),
  }
}
