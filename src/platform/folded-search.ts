import { normaliseArabic } from '@/platform/arabic'

/**
 * Finds a word in any of its usual spellings in lists of the panel, like the site's search. Search words become
 * patterns of letter classes, so that nothing has to be stored twice.
 */

/** Blocks with letters that have several forms: Latin, Greek, Cyrillic, Arabic and its printed forms, wide letters. */
const blocks = [
  [0x30, 0x24f],
  [0x370, 0x52f],
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8ff],
  [0x1e00, 0x1eff],
  [0xfb50, 0xfefc],
  [0xff10, 0xff5a],
] as const

/** Characters between letters that are ignored: tashkeel, elongation, invisible marks. */
export const betweenLetters: readonly string[] = Array.from(
  '\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0670\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060',
)

let classes: ReadonlyMap<string, string> | null = null

/** All letters equivalent to `letter`, including itself. Computed once, in a few milliseconds. */
function classOf(letter: string): string {
  if (!classes) {
    const made = new Map<string, string>()
    for (const [first, last] of blocks) {
      for (let code = first; code <= last; code += 1) {
        const form = String.fromCharCode(code)
        const folded = normaliseArabic(form)
        if (folded.length === 1) made.set(folded, `${made.get(folded) ?? ''}${form}`)
      }
    }
    classes = made
  }
  return classes.get(letter) ?? letter
}

/** Longer than any title; the rest is ignored. */
const MAX_LETTERS = 100

/** The typed letters, each as a class of its forms, with spaces between words. Empty without letters. */
function letterClasses(typed: string): string[] {
  return Array.from(normaliseArabic(typed.slice(0, 2 * MAX_LETTERS)).slice(0, MAX_LETTERS), classOf)
}

const bracketed = (forms: string): string => (Array.from(forms).length > 1 ? `[${forms}]` : forms)

/** A pattern for SQLite's GLOB over a text without {@link betweenLetters}, or null if there is nothing to search. */
export function foldedGlob(typed: string): string | null {
  const letters = letterClasses(typed)
  return letters.length > 0 ? `*${letters.map(bracketed).join('')}*` : null
}

/** A pattern for MongoDB over the stored text, or null if there is nothing to search. */
export function foldedPattern(typed: string): RegExp | null {
  const letters = letterClasses(typed)
  return letters.length > 0 ? new RegExp(letters.map(bracketed).join(`[${betweenLetters.join('')}]*`)) : null
}
