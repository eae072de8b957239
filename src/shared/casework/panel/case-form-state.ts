/** What a form of the case page asks for. */
export const commands = [
  'assign',
  'refer',
  'note',
  'tell',
  'ask',
  'inform',
  'answer',
  'answer-and-close',
  'answer-and-next',
  'close',
  'reopen',
  'restrict',
  'unrestrict',
] as const
export type Command = (typeof commands)[number]

/** What a form of the case page shows after it was posted. */
export interface CaseFormState {
  /**
   * `kept`, `conflict` and `unreachable`: nothing was saved, and what was typed stays. Of the last one the
   * page isn't reloaded: a signed-out user, or one whose database is away, would lose it.
   */
  outcome: 'fresh' | 'saved' | 'kept' | 'conflict' | 'unreachable'
  /** One sentence in the panel's language; empty before the first posting. */
  message: string
  field: 'text' | 'target' | null
  /** The form's own key: sent twice, it is one step. Another one after each step that was saved. */
  submissionKey: string
  /** The address to go to: of the next case, or of the inbox when the step took this one out of the reader's sight. */
  next?: string | null
}

export const freshCaseForm = (submissionKey: string): CaseFormState => ({
  outcome: 'fresh',
  message: '',
  field: null,
  submissionKey,
})

export type CaseAction = (state: CaseFormState, form: FormData) => Promise<CaseFormState>

export const modes = ['answer', 'inform', 'ask', 'refer', 'note', 'tell', 'reopen', 'restrict', 'unrestrict'] as const
export type Mode = (typeof modes)[number]

/** A person or a department, as a list to choose from shows it. */
export interface Choice {
  id: string
  name: string
  /** Of somebody who is away: until when, and the offer of who stands in, in words of the reader. */
  away?: { mark: string; text: string; deputy: { id: string; offer: string } | null } | null
}

/** A saved reply, filled with what is known of the case. */
export interface ReplyChoice extends Choice {
  mode: 'answer' | 'ask'
  text: string
}

/** Where the newest step stands on the page. */
export const latestStepId = 'case-latest'
/** Where the work begins. */
export const workId = 'case-work'
