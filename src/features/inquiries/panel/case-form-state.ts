import type { CommandName, WorkCaseResult } from '../server/work/work-case'

/** What a form of the case page shows after it was posted. */
export interface CaseFormState {
  outcome: 'fresh' | 'unavailable' | WorkCaseResult['status']
  /** One sentence in the panel's language; empty before the first posting. */
  message: string
  field: 'text' | 'person' | null
}

export const freshCaseForm: CaseFormState = { outcome: 'fresh', message: '', field: null }

export type CaseAction = (state: CaseFormState, form: FormData) => Promise<CaseFormState>

/** The words of the page's forms, said on the server. */
export interface CaseWords {
  title: string
  modes: Record<'answer' | 'ask' | 'refer' | 'note' | 'reopen', { mode: string; label: string; help: string }>
  person: string
  choose: string
  submit: Record<'answer' | 'answerAndClose' | 'ask' | 'refer' | 'note' | 'close' | 'reopen', string>
  closeHelp: string
  closed: string
  pending: string
  assign: { label: string; submit: string; take: string }
}

export type Mode = keyof CaseWords['modes']
export type { CommandName }
