/**
 * What counts as the same password: one keyboard composes é or آ where another sends two code points,
 * and a pasted one brings marks and spaces that nobody sees. Applied alike when it is set and asked.
 */
export function canonicalPassword(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .trim()
}

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/** How many characters of it a person sees; spaces and marks that only join another are none. */
export function visibleLength(text: string): number {
  let count = 0
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (/[^\p{Z}\p{C}\p{M}\u2800\u3164\uffa0\u115f\u1160]/u.test(segment)) count += 1
  }
  return count
}
