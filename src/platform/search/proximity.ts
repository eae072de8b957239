/** The window in words, about two or three sentences. */
const TOGETHER = 40

/** Shorter texts count as one window. */
export const isLong = (words: number): boolean => words > TOGETHER

/**
 * Whether the words of a search occur close together in a long text, which would otherwise match nearly every search
 * with words in different paragraphs.
 * @param answers for each word of the text in order, the parts of the search that it matches, as bits
 * @param wanted the parts that must match, as bits
 */
export function standTogether(answers: readonly number[], wanted: number): boolean {
  if (wanted === 0) return true
  const lastSeen = new Map<number, number>()
  for (const [place, bits] of answers.entries()) {
    if ((bits & wanted) === 0) continue
    let seen = 0
    for (let bit = 1; bit <= wanted; bit <<= 1) {
      if ((bits & wanted & bit) !== 0) lastSeen.set(bit, place)
      if (place - (lastSeen.get(bit) ?? Number.NEGATIVE_INFINITY) < TOGETHER) seen |= bit
    }
    if ((seen & wanted) === wanted) return true
  }
  return false
}
