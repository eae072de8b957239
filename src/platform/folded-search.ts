import { normaliseArabic } from '@/platform/arabic'

/**
 * Lists of the panel find a word in any of its usual writings, as the site's search does: the words
 * that are looked for become patterns of letter classes, so that nothing has to be stored twice.
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

/** What may stand between two letters of a word and isn't compared: tashkeel, elongation, unseen marks. */
export const betweenLetters: readonly string[] = Array.from(
  '\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0670\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060',
)

let classes: ReadonlyMap<string, string> | null = null

/** Every letter that is compared as `letter`, itself among them. Made once, in some milliseconds. */
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

/** More letters than a title has; what is beyond them is not looked for. */
const MAX_LETTERS = 100

/** The letters of what was typed, each as all of its forms; a blank between words. Empty where there is no letter. */
function letterClasses(typed: string): string[] {
  return Array.from(normaliseArabic(typed.slice(0, 2 * MAX_LETTERS)).slice(0, MAX_LETTERS), classOf)
}

const bracketed = (forms: string): string => (Array.from(forms).length > 1 ? `[${forms}]` : forms)

/** A pattern for SQLite's GLOB over a text without {@link betweenLetters}, or null where there is nothing to look for. */
export function foldedGlob(typed: string): string | null {
  const letters = letterClasses(typed)
  return letters.length > 0 ? `*${letters.map(bracketed).join('')}*` : null
}

/** A pattern for MongoDB over a text as it is stored, or null where there is nothing to look for. */
export function foldedPattern(typed: string): RegExp | null {
  const letters = letterClasses(typed)
  return letters.length > 0 ? new RegExp(letters.map(bracketed).join(`[${betweenLetters.join('')}]*`)) : null
}
