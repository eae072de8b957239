import type { Slip } from '../server/slip'

export interface ReissueFormState {
  /** What stopped it, in the panel's language; empty before the first posting and when it is done. */
  message: string
  /** With the new code, which is shown this once. */
  slip: Slip | null
}

export const freshReissueForm: ReissueFormState = { message: '', slip: null }

export type ReissueAction = (state: ReissueFormState, form: FormData) => Promise<ReissueFormState>
