/**
 * Arabic as people type it: the same word with or without marks, hamza seats and elongation.
 * Databases sort and search by code point, so what they compare is derived here and stored.
 */

/** Tashkeel, Quranic marks, the dagger alef, elongation and invisible direction marks. */
const marks = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

const sameLetters: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, 'ا'],
  [/ؤ/g, 'و'],
  [/ئ/g, 'ي'],
  [/ى/g, 'ي'],
  [/ة/g, 'ه'],
  // Persian and Urdu keyboards.
  [/ک/g, 'ك'],
  [/ی/g, 'ي'],
]

/** Arabic-Indic (٠-٩) and Persian (۰-۹) digits as 0-9. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/**
 * One spelling for every usual writing of a word, in lower case, with single spaces.
 * For comparing and searching only; never shown.
 */
export function normaliseArabic(text: string): string {
  let plain = westernDigits(text.normalize('NFKC')).replace(marks, '').toLowerCase()
  for (const [letters, letter] of sameLetters) plain = plain.replace(letters, letter)
  return plain
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * What a title sorts by when compared by code point: normalised, without the definite article,
 * numbers in their order (2 before 10).
 */
export function sortKey(title: string): string {
  return normaliseArabic(title)
    .replace(/^(ال|the |an? )(?=\S)/u, '')
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
}
