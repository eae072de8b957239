/**
 * Normalises a password, when it is set and when it is checked: keyboards send é or آ as one or two code points, and
 * pasted text may contain invisible characters.
 */
export function canonicalPassword(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .trim()
}

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/** The number of visible characters, without spaces and combining marks. */
export function visibleLength(text: string): number {
  let count = 0
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (/[^\p{Z}\p{C}\p{M}\u2800\u3164\uffa0\u115f\u1160]/u.test(segment)) count += 1
  }
  return count
}
