/**
 * The number of typing errors allowed: none in a short word, one in a medium one, two in a long one. Latin words
 * write their vowels, so their limits are one letter higher.
 */
function slipsAllowed(word: string): number {
  const shortest = /^[a-z]/.test(word) ? 5 : 4
  return word.length < shortest ? 0 : word.length < 8 ? 1 : 2
}

/** A known word with its letters as a bit set, which rules most words out at once. */
export interface KnownWord {
  word: string
  letters: number
}

export function knownWord(word: string): KnownWord {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return { word, letters }
}

/** The nearest words by letters added, left out, changed or swapped. */
export function nearTerms(word: string, vocabulary: readonly KnownWord[]): string[] {
  let allowed = slipsAllowed(word)
  if (allowed === 0) return []
  const { letters } = knownWord(word)
  let nearest: string[] = []
  for (const known of vocabulary) {
    if (Math.abs(known.word.length - word.length) > allowed) continue
    // One error changes the set of letters by at most two.
    if (bitCount(known.letters ^ letters) > 2 * allowed) continue
    const distance = editDistance(word, known.word)
    if (distance > allowed) continue
    if (distance < allowed) {
      allowed = distance
      nearest = []
    }
    nearest.push(known.word)
  }
  return nearest
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Optimal string alignment: swapping two neighbours is one slip. In UTF-16 units. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1)
      }
      current.push(least)
    }
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}
