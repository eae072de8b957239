import type { EditionState } from './in-force'

/** A policy as its page shows it: plain data, made by the queries. */

/** A text and the language it is really in: the Arabic stands in where nothing was translated. */
export interface Worded {
  text: string
  lang: 'ar' | 'en'
}

export interface ClauseView {
  anchor: string
  /** By place: 6.3. */
  number: string
  text: Worded
  doubts: { word: string; suggestion: string }[]
}

export interface SectionView {
  anchor: string
  kind: string
  /** By place: 6. */
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
  /** The edition in force, or the first to come where none is yet. */
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

/** The number by which readers call what an anchor names; the anchor itself where it names nothing. */
export function numberOf(anchor: string, sections: readonly SectionView[]): string {
  for (const section of sections) {
    if (section.anchor === anchor) return section.number
    const clause = section.clauses.find((candidate) => candidate.anchor === anchor)
    if (clause) return clause.number
  }
  return anchor
}
