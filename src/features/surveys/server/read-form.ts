import { typedLine } from '@/platform/typed-text'
import type { TypedAnswers } from '@/shared/forms/domain/answers'
import { postedAnswers } from '@/shared/forms/server/posted-answers'
import { formKeyOf, formText } from '@/shared/intake/form-text'
import { contactLimit } from '../schema'

export interface PostedEvaluation {
  /** The survey shown; an invitation determines its own. */
  survey: string
  /** The service whose page held the form, or empty. */
  service: string
  /** An invitation's secret, or empty. */
  token: string
  typed: TypedAnswers
  contact: string
  /** The form's key, made by its script or by a returned page; otherwise a new one. */
  submissionKey: string
  /** Whether it came without a key: from a browser without script, for the first time. */
  isKeyless: boolean
  proof: string
  /** The honeypot. */
  honeypot: string
}

/** The posted fields as text, not validated. */
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
