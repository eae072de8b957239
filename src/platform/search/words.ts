import { normaliseArabic } from '@/platform/arabic'

/** A word of a text, with its normalised forms. */
export interface Word {
  /** Offsets into the original text, in UTF-16 units; `end` is after the last. */
  start: number
  end: number
  /** Normalised: usually one, none for a lone kashida, several for a ligature such as ﷺ. */
  normal: readonly string[]
}

// Marks, kashida and invisible characters don't end a word.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*/gu

/** A cache, which is cleared when it holds more words than a language uses. */
const MAX_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 40
const remembered = new Map<string, readonly string[]>()

function normalOf(word: string): readonly string[] {
  let normal = remembered.get(word)
  if (!normal) {
    normal = normaliseArabic(word).split(' ').filter(Boolean)
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    if (word.length <= LONGEST_REMEMBERED) remembered.set(word, normal)
  }
  return normal
}

/** The words of a text in their order. The text itself is not changed, so that it can be marked. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    normal: normalOf(match[0]),
  }))
}
