/** Words within which a text that says several things says them together: two or three sentences. */
const TOGETHER = 40

/** Shorter texts say everything together. */
export const isLong = (words: number): boolean => words > TOGETHER

/**
 * Whether the words that answer a question stand together somewhere in a long text, in which
 * otherwise nearly every question would find its words, each in another paragraph.
 * @param answers for each word of the text in order, what of the question it answers, as bits
 * @param wanted what has to be answered, as bits
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
