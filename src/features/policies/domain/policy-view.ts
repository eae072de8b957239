import type { EditionState } from './in-force'

/** A policy for its page, as plain data made by the queries. */

/** A text with its actual language: Arabic where there is no translation. */
export interface Worded {
  text: string
  lang: 'ar' | 'en'
}

export interface ClauseView {
  anchor: string
  /** By position: 6.3. */
  number: string
  text: Worded
  doubts: { word: string; suggestion: string }[]
}

export interface SectionView {
  anchor: string
  kind: string
  /** By position: 6. */
  number: string
  /** Null where the document prints none. */
  heading: Worded | null
  clauses: ClauseView[]
}

export interface FileView {
  url: string
  /** What it is saved as. */
  fileName: string
  /** PDF, TXT. */
  kind: string
  bytes: number
}

export interface EditionView {
  number: number
  state: EditionState
  effectiveFrom: Date
  sections: SectionView[]
  meetingDate: Date | null
  session: Worded | null
  resolution: string | null
  coverYears: { calendar: 'hijri' | 'gregorian'; year: number }[]
  errata: { anchor: string; number: string; scanned: string; published: string }[]
  translationNote: string | null
  isTranslationOutdated: boolean
  attachedFile: FileView | null
  sourceText: FileView | null
}

export interface EditionEntry {
  number: number
  state: EditionState
  effectiveFrom: Date
  changeNote: Worded | null
}

export interface PolicyView {
  slug: string
  title: Worded
  category: string
  audiences: string[]
  brief: { sentence: Worded; anchor: string; number: string }[]
  /** The edition in force, or the first upcoming one. */
  edition: EditionView
  /** Every approved edition, newest first. */
  editions: EditionEntry[]
}

/** A policy in a list. */
export interface PolicyListItem {
  slug: string
  title: Worded
  category: string
  audiences: string[]
  editionNumber: number
  /** The stored instant of the day from which the edition is in force. */
  effectiveFrom: Date
  isInForce: boolean
}

/** The number of the clause or section with an anchor; the anchor itself if there is none. */
export function numberOf(anchor: string, sections: readonly SectionView[]): string {
  for (const section of sections) {
    if (section.anchor === anchor) return section.number
    const clause = section.clauses.find((candidate) => candidate.anchor === anchor)
    if (clause) return clause.number
  }
  return anchor
}
