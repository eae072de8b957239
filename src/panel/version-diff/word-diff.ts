import { diffArrays } from 'diff'

/** A run of text on one side of a comparison. */
export interface Run {
  text: string
  isChanged: boolean
}

const words = new Intl.Segmenter('ar', { granularity: 'word' })
const segments = (text: string) => Array.from(words.segment(text), ({ segment }) => segment)

/** Longer texts count as changed as a whole: the cost of a comparison is the product of both lengths. */
const MAX_WORDS = 4000

/**
 * Compares two texts by whole words, so that joined Arabic letters are not separated.
 * @returns both sides; the runs of a side joined are its text
 */
export function wordDiff(from: string, to: string): { from: Run[]; to: Run[] } {
  const [before, after] = [segments(from), segments(to)]
  if (before.length > MAX_WORDS || after.length > MAX_WORDS) {
    const isChanged = from !== to
    return { from: runs([{ text: from, isChanged }]), to: runs([{ text: to, isChanged }]) }
  }
  const parts = diffArrays(before, after)
  const side = (isOnOther: (part: (typeof parts)[number]) => boolean): Run[] =>
    runs(
      parts
        .filter((part) => !isOnOther(part))
        .map(({ value, added, removed }) => ({ text: value.join(''), isChanged: Boolean(added || removed) })),
    )
  return { from: side(({ added }) => added), to: side(({ removed }) => removed) }
}

/** Merges adjacent runs of a kind; a space between two changed words belongs to the change. */
function runs(parts: readonly Run[]): Run[] {
  const joined: Run[] = []
  parts.forEach(({ text, isChanged }, index) => {
    const isGap = !isChanged && text.trim() === '' && parts[index - 1]?.isChanged && parts[index + 1]?.isChanged
    const last = joined.at(-1)
    if (last && last.isChanged === (isChanged || Boolean(isGap))) last.text += text
    else if (text) joined.push({ text, isChanged: isChanged || Boolean(isGap) })
  })
  return joined
}
