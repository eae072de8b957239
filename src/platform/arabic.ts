/**
 * Normalises Arabic as people type it: with or without marks, hamza forms and elongation. Databases sort and search
 * by code point, so sort keys are derived here and stored.
 */

/**
 * Characters that are ignored: marks of any script, Quranic signs, elongation, invisible characters. The last ranges
 * are tashkeel as separate letters, as old PDF files hold them.
 */
const unspoken = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640\u06d6-\u06ed\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f]/gu

/** A letter and its variants: hamza forms, final forms, Persian, Urdu and other keyboards. */
const sameLetters: readonly (readonly [letter: string, others: string])[] = [
  ['ا', 'أإآٱٲٳ'],
  ['ب', 'پٮ'],
  ['ت', 'ٹ'],
  ['ج', 'چ'],
  ['د', 'ڈ'],
  ['ر', 'ڑ'],
  ['ز', 'ژ'],
  ['ف', 'ڤڢڥڡ'],
  ['ق', 'ٯڨ'],
  ['ك', 'کڪگڭ'],
  ['ن', 'ں'],
  ['ه', 'ةھہەۀۂۃ'],
  ['و', 'ؤۆۇۋ'],
  ['ي', 'ئىیےۓېۍ'],
]
const letterOf = new Map(sameLetters.flatMap(([letter, others]) => Array.from(others, (other) => [other, letter])))
const others = new RegExp(`[${sameLetters.map(([, letters]) => letters).join('')}]`, 'g')

/** Arabic-Indic (٠-٩) and Persian (۰-۹) digits as 0-9. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/**
 * One spelling for all usual spellings of a word, in lower case, with single spaces. For comparing and searching
 * only; never displayed.
 */
export function normaliseArabic(text: string): string {
  // Marks are removed first, because normalising a few thousand of them in a row takes a second.
  return westernDigits(text.replace(unspoken, '').normalize('NFKC'))
    .replace(unspoken, '')
    .toLowerCase()
    .replace(others, (other) => letterOf.get(other) ?? other)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
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
