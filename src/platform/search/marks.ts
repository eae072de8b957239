import { wordsOf } from '@/platform/search/words'

/** A run of the original text; joined, the segments are the text. */
export interface Segment {
  text: string
  isMarked: boolean
}

/**
 * Splits a text into marked and unmarked runs; whole words are marked, with their tashkeel.
 * @param isWanted whether a normalised word, at its position, matches the search
 */
export function markWords(text: string, isWanted: (word: string, place: number) => boolean): Segment[] {
  const segments: Segment[] = []
  let done = 0
  const push = (end: number, isMarked: boolean) => {
    if (end > done) segments.push({ text: text.slice(done, end), isMarked })
    done = Math.max(done, end)
  }
  for (const [place, { start, end, normal }] of wordsOf(text).entries()) {
    if (!normal.some((word) => isWanted(word, place))) continue
    push(start, false)
    push(end, true)
  }
  push(text.length, false)
  return segments
}

/** Marks a shortened text. */
const ELLIPSIS = '…'

/**
 * About `length` characters of the marked text around its first mark, cut between words. A shorter text is returned
 * whole.
 */
export function excerpt(segments: readonly Segment[], length: number): Segment[] {
  const text = segments.map((segment) => segment.text).join('')
  if (text.length <= length) return [...segments]
  let firstMark = 0
  for (const segment of segments) {
    if (segment.isMarked) break
    firstMark += segment.text.length
  }
  if (firstMark === text.length) firstMark = 0
  // A third of the excerpt stands before the mark, for context.
  const from = Math.max(0, Math.min(firstMark - Math.floor(length / 3), text.length - length))
  const words = wordsOf(text).filter((word) => word.start >= from && word.end <= from + length)
  const start = from === 0 ? 0 : (words[0]?.start ?? from)
  const end = from + length >= text.length ? text.length : (words.at(-1)?.end ?? from + length)
  const cut = slice(segments, start, end)
  if (start > 0) cut.unshift({ text: `${ELLIPSIS} `, isMarked: false })
  if (end < text.length) cut.push({ text: ` ${ELLIPSIS}`, isMarked: false })
  return cut
}

function slice(segments: readonly Segment[], start: number, end: number): Segment[] {
  let offset = 0
  return segments.flatMap((segment) => {
    const text = segment.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    offset += segment.text.length
    return text ? [{ ...segment, text }] : []
  })
}
