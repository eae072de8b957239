import { askedTerms, familiesOf, indexedTerms, readingsOf } from '@/platform/search/stems'
import { wordsOf } from '@/platform/search/words'

/** Where a text says one of the expressions of a meaning. In words, from 0; `end` is after the last. */
export interface Said {
  start: number
  end: number
  /** Which line of the synonyms. */
  meaning: number
  /** Which expression of all. */
  expression: number
  /** Whether it is written as in the line, not by another reading of the same letters. */
  isWhole: boolean
}

interface Expression {
  meaning: number
  text: string
  /** For each word, the terms under which a word of a text is the same. */
  words: readonly ReadonlySet<string>[]
}

export interface Synonyms {
  /** Every expression that the words hold, also inside another, in their order; the longest of a place first. */
  find(words: readonly string[]): Said[]
  /** Meanings of expressions of one word that is related to this one (نعترض and اعتراض). */
  related(word: string): readonly number[]
  /** All words of all expressions, as they are written. */
  words: ReadonlySet<string>
}

/**
 * Makes lines of synonyms ready to be found, whatever article, particles, pronouns and number their
 * words have in a text.
 * @param lines the expressions of one meaning each; an expression has one word or several
 */
export function prepareSynonyms(lines: readonly (readonly string[])[]): Synonyms {
  const expressions: Expression[] = []
  const beginnings = new Map<string, number[]>()
  const families = new Map<string, number[]>()
  const known = new Set<string>()

  for (const [meaning, line] of lines.entries()) {
    for (const text of line) {
      const words = wordsOf(text).flatMap((word) => [...word.normal])
      const [first] = words
      if (first === undefined) continue
      for (const word of words) known.add(word)
      const place =
        expressions.push({
          meaning,
          text: words.join(' '),
          words: words.map((word) => new Set(indexedTerms(readingsOf(word)))),
        }) - 1
      for (const term of indexedTerms(readingsOf(first))) add(beginnings, term, place)
      if (words.length === 1) for (const family of familiesOf(first).slice(0, 1)) add(families, family, meaning)
    }
  }

  const memory = new Map<string, readonly number[]>()
  /** The expressions that may begin with the word, longest first. */
  const begunBy = (word: string): readonly number[] => {
    let found = memory.get(word)
    if (!found) {
      const places = new Set(askedTerms(readingsOf(word)).flatMap((term) => beginnings.get(term) ?? []))
      const length = (place: number) => expressions[place]?.words.length ?? 0
      found = [...places].sort((a, b) => length(b) - length(a) || a - b)
      memory.set(word, found)
    }
    return found
  }

  const isSaidAt = ({ words }: Expression, text: readonly string[], start: number): boolean =>
    words.every((terms, index) => {
      const word = text[start + index]
      return word !== undefined && askedTerms(readingsOf(word)).some((term) => terms.has(term))
    })

  return {
    words: known,
    related: (word) => [
      ...new Set(
        familiesOf(word)
          .slice(0, 2)
          .flatMap((family) => families.get(family) ?? []),
      ),
    ],
    find: (words) =>
      words.flatMap((word, start) =>
        begunBy(word).flatMap((place): Said[] => {
          const expression = expressions[place]
          if (!expression || !isSaidAt(expression, words, start)) return []
          const end = start + expression.words.length
          const isWhole = words.slice(start, end).join(' ') === expression.text
          return [{ start, end, meaning: expression.meaning, expression: place, isWhole }]
        }),
      ),
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
