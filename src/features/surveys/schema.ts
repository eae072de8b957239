import type { AnswerError, TypedAnswers } from '@/shared/forms/domain/answers'

/** The address of the policy by which people evaluate. */
export const beneficiaryPolicy = 'beneficiary-relations'

/** The longest e-mail address (RFC 5321, 4.5.3.1). */
export const contactLimit = 254

/** Why nothing was sent. */
export type NotAccepted = 'nothing' | 'tooMany' | 'again' | 'unavailable' | 'closed'

/** What the form shows: as it is first, or as it came back with everything typed. */
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
