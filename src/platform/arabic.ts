/**
 * Arabic as people type it: the same word with or without marks, hamza seats and elongation.
 * Databases sort and search by code point, so what they compare is derived here and stored.
 */

/**
 * What is not compared: marks of any script, Quranic signs, elongation, and what is never seen. The
 * ranges at the end are tashkeel as letters of their own, as old PDF files hold them.
 */
const unspoken = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640\u06d6-\u06ed\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f]/gu

/** A letter, and those that stand for it: hamza seats, final forms, Persian, Urdu and other keyboards. */
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
 * One spelling for every usual writing of a word, in lower case, with single spaces.
 * For comparing and searching only; never shown.
 */
export function normaliseArabic(text: string): string {
  // Marks go before the text is normalised, which takes a second for a few thousand of them in a row.
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
