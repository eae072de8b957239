import type { Slip } from '@/shared/casework/server/slip'
import type { RecordErrors } from '../server/record-inquiry'

export interface RecordFormState {
  outcome: 'fresh' | 'invalid' | 'recorded' | 'kept'
  /** One sentence in the panel's language; empty before the first posting. */
  message: string
  /** A sentence for each field that is wrong. */
  errors: Partial<Record<keyof RecordErrors, string>>
  /** What the person is given, once it was recorded; `id` where the case is theirs to open. */
  receipt: { slip: Slip; id: string | null; isAnswered: boolean } | null
}

export const freshRecordForm: RecordFormState = { outcome: 'fresh', message: '', errors: {}, receipt: null }

export type RecordAction = (state: RecordFormState, form: FormData) => Promise<RecordFormState>

/** What is known already of the person who calls, and how it came. */
export interface RecordPreset {
  channel: string
  name: string
  phone: string
  email: string
}

/** A list to choose from. */
export interface RecordOption {
  value: string
  label: string
}

/** The options of each select. */
export type RecordOptions = Record<
  'channel' | 'kind' | 'service' | 'replyChannel' | 'replyLocale' | 'consent',
  readonly RecordOption[]
>
