import { normaliseArabic } from '@/platform/arabic'

/** A word as it stands in a text, and what it is compared as. */
export interface Word {
  /** Offsets into the original text, in UTF-16 units; `end` is after the last. */
  start: number
  end: number
  /** Normalised: usually one, none for a lone kashida, several for a ligature such as ﷺ. */
  normal: readonly string[]
}

// Marks, kashida and invisible signs stand inside words without ending them.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*/gu

/** The words of a text in their order. The text itself is not changed, so that it can be marked. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    normal: normaliseArabic(match[0]).split(' ').filter(Boolean),
  }))
}
