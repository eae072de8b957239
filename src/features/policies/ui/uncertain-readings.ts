import type { SectionView } from '@/features/policies/domain/policy-view'
import type { Locale } from '@/i18n/routing'

export interface NumberedReading {
  /** Address of its note on the page. */
  id: string
  /** أ, ب, ج or a, b, c. */
  label: string
  anchor: string
  /** The clause's number. */
  number: string
  word: string
  suggestion: string
}

const alphabets: Record<Locale, string> = { ar: 'أبجدهوزحطيكلمنسعفصقرشت', en: 'abcdefghijklmnopqrstuvwxyz' }

/** Every uncertain reading of an edition, in the order of the text. */
export function numberedReadings(sections: readonly SectionView[], locale: Locale): NumberedReading[] {
  return sections
    .flatMap(({ clauses }) => clauses)
    .flatMap(({ anchor, number, doubts }) => doubts.map((doubt) => ({ ...doubt, anchor, number })))
    .map((doubt, index) => ({
      ...doubt,
      id: `note-${index + 1}`,
      label: alphabets[locale][index] ?? String(index + 1),
    }))
}
