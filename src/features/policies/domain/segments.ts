/** A clause's text split where the page marks something; joined, the segments are the unchanged text. */
export type Segment =
  | { kind: 'text'; text: string }
  /** An uncertain reading; `index` is its position in the list. */
  | { kind: 'doubt'; text: string; index: number }
  /** A slashed date, which needs direction marks to read day first. */
  | { kind: 'date'; text: string }

const letter = /[\p{L}\p{M}]/u
const slashedDate = /\d{1,2}\/\d{1,2}\/\d{4}(?:هـ|م)?/gu

/** The first place where `word` stands as a whole word, or -1. */
function placeOf(word: string, text: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWhole = !letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + word.length] ?? ' ')
    if (isWhole) return at
  }
  return -1
}

/** Marks uncertain readings and slashed dates. A reading that is not in the text marks nothing. */
export function segmentsOf(text: string, doubtfulWords: readonly string[]): Segment[] {
  const marks: { start: number; segment: Segment }[] = [...text.matchAll(slashedDate)].map((match) => ({
    start: match.index,
    segment: { kind: 'date', text: match[0] },
  }))
  doubtfulWords.forEach((word, index) => {
    const start = word ? placeOf(word, text) : -1
    if (start >= 0) marks.push({ start, segment: { kind: 'doubt', text: word, index } })
  })
  const segments: Segment[] = []
  let done = 0
  for (const { start, segment } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue
    if (start > done) segments.push({ kind: 'text', text: text.slice(done, start) })
    segments.push(segment)
    done = start + segment.text.length
  }
  if (done < text.length) segments.push({ kind: 'text', text: text.slice(done) })
  return segments
}
