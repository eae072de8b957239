/** Months for which texts are kept; null: for ever. */
export type Months = number | null

/** Only a shorter period erases records that are kept now. */
export const isShorter = (asked: Months, stored: Months): boolean =>
  asked !== null && (stored === null || asked < stored)

/** What a new period would erase at once. */
export interface ErasedNow {
  /** Everything before this instant. */
  until: string
  total: number
  parts: { ar: string; en: string; count: number }[]
}

export const erasedNowPath = '/erased-now'
