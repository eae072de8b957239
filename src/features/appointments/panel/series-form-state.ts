export interface SeriesFormState {
  outcome: 'fresh' | 'opened' | 'invalid'
  /** In the panel's language. */
  message: string
}

export const freshSeriesForm: SeriesFormState = { outcome: 'fresh', message: '' }

export type SeriesAction = (state: SeriesFormState, form: FormData) => Promise<SeriesFormState>
