/** A survey as one reads it in one language. Keys are stable over languages and rounds; answers refer to them. */

/** Milliseconds since 1970. */
export type Instant = number

export const questionKinds = ['scale', 'single-choice', 'multiple-choice', 'short-text', 'long-text'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Every scale has these points, so that questions and rounds can be compared. */
export const scalePoints = [1, 2, 3, 4, 5] as const
export type ScalePoint = (typeof scalePoints)[number]

/** Whom a survey is shown to. */
export const audiences = ['answered', 'everyone', 'service'] as const
export type Audience = (typeof audiences)[number]

export interface Option {
  key: string
  label: string
}

interface Asked {
  key: string
  text: string
  help: string | null
  isRequired: boolean
  /** The policy clause whose duty the question measures, as `dealing-1`. */
  clause: string | null
}

export interface ScaleQuestion extends Asked {
  kind: 'scale'
  lowLabel: string
  highLabel: string
  hasNotApplicable: boolean
}

export interface ChoiceQuestion extends Asked {
  kind: 'single-choice' | 'multiple-choice'
  options: readonly Option[]
}

export interface TextQuestion extends Asked {
  kind: 'short-text' | 'long-text'
}

export type Question = ScaleQuestion | ChoiceQuestion | TextQuestion

/** When a survey takes answers; null means no bound. */
export interface SurveyWindow {
  opensAt: Instant | null
  closesAt: Instant | null
}

/** The moment of opening is open, the moment of closing is closed. */
export function windowState({ opensAt, closesAt }: SurveyWindow, now: Instant): 'upcoming' | 'open' | 'closed' {
  if (closesAt !== null && now >= closesAt) return 'closed'
  return opensAt !== null && now < opensAt ? 'upcoming' : 'open'
}
