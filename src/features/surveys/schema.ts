import type { AnswerError, TypedAnswers } from '@/shared/forms/domain/answers'

/** The slug of the policy that grants the right to evaluate. */
export const beneficiaryPolicy = 'beneficiary-relations'

/** The longest e-mail address (RFC 5321, 4.5.3.1). */
export const contactLimit = 254

/** Why the form was not accepted. */
export type NotAccepted = 'nothing' | 'tooMany' | 'again' | 'unavailable' | 'closed'

/** The form's state: empty, or returned with errors and everything typed. */
export interface EvaluationFormState {
  outcome: 'fresh' | 'invalid' | NotAccepted
  errors: Record<string, AnswerError>
  isContactTooLong: boolean
  typed: TypedAnswers
  contact: string
  submissionKey: string | null
}

export const freshEvaluationForm: EvaluationFormState = {
  outcome: 'fresh',
  errors: {},
  isContactTooLong: false,
  typed: {},
  contact: '',
  submissionKey: null,
}
