/** A row of the preview, as it is shown and posted back. */
export interface PreviewRow {
  firstDay: string
  lastDay: string
  /** Its days in words. */
  days: string
  nameAr: string
  nameEn: string
}

export interface ImportFormState {
  outcome: 'fresh' | 'preview' | 'added' | 'invalid'
  /** One sentence in the panel's language. */
  message: string
  rows: PreviewRow[]
  /** What of the file is passed over, in sentences. */
  notes: string[]
}

export const freshImportForm: ImportFormState = { outcome: 'fresh', message: '', rows: [], notes: [] }

export type ImportAction = (state: ImportFormState, form: FormData) => Promise<ImportFormState>
