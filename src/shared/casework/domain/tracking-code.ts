/**
 * The secret half of what opens a case: twelve symbols of fifteen, 46.9 bits. Why these: docs/adr/0022.
 * Ten digits, and five letters that neither look like a digit nor sound like one another, in either language.
 */
export const trackingCodeSymbols = '0123456789FKMRY'
export const trackingCodeLength = 12

/** Cases from before have a code of twenty digits, which stays theirs. */
export const earlierCodeLength = 20

/**
 * What people type for a symbol: a letter that looks like a digit, the Arabic letter with the symbol's sound, and the
 * one on the symbol's key (the layouts of Windows and macOS differ for M). No Arabic letter stands for two symbols.
 */
const typedFor: readonly (readonly [symbol: string, typed: string])[] = [
  ['0', 'OQ'],
  ['1', 'IL'],
  ['2', 'Z'],
  ['5', 'S'],
  ['6', 'G'],
  ['8', 'B'],
  ['F', 'فب'],
  ['K', 'كکن'],
  ['M', 'مةو'],
  ['R', 'رق'],
  ['Y', 'يیغ'],
]
const symbolOf = new Map(typedFor.flatMap(([symbol, typed]) => Array.from(typed, (letter) => [letter, symbol])))
const symbols = new Set(trackingCodeSymbols)

/** A person writes up to a hundred characters of spaces and signs around it; what is longer is something else. */
const LONGEST_TYPED = 100

/**
 * The code in what a person typed: in any case and spacing, also with an Arabic keyboard. Null when it can't be a
 * code. Takes 0-9 only.
 */
export function parseTrackingCode(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null
  const letters =
    typed
      .normalize('NFKC')
      .toUpperCase()
      .match(/[\p{Lu}\p{Lo}\p{N}]/gu) ?? []
  const code = letters.map((letter) => symbolOf.get(letter) ?? letter)
  if (code.length === earlierCodeLength) return code.every((symbol) => /\d/.test(symbol)) ? code.join('') : null
  return code.length === trackingCodeLength && code.every((symbol) => symbols.has(symbol)) ? code.join('') : null
}

/** `7K3M 94F2 R08Y`: in groups of four, as on a bank card. */
export function formatTrackingCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}
