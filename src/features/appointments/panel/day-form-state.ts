export interface DayFormState {
  outcome: 'fresh' | 'saved' | 'kept'
  /** One sentence in the panel's language. */
  message: string
}

export const freshDayForm: DayFormState = { outcome: 'fresh', message: '' }

export type DayAction = (state: DayFormState, form: FormData) => Promise<DayFormState>
