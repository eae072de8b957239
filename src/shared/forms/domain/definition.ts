/** What a form asks, in one language. Keys are the same in every language and version; answers refer to them. */

export const questionKinds = ['scale', 'single-choice', 'multiple-choice', 'short-text', 'long-text'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Every scale has these points, so that questions and versions can be compared. */
export const scalePoints = [1, 2, 3, 4, 5] as const
export type ScalePoint = (typeof scalePoints)[number]

export interface Option {
  key: string
  label: string
}

interface Asked {
  key: string
  text: string
  help: string | null
  isRequired: boolean
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
