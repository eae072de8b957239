import { askedTerms, familiesOf, indexedTerms, readingsOf } from '@/platform/search/stems'
import { wordsOf } from '@/platform/search/words'

/** An occurrence of an expression in a text. Word indexes from 0; `end` is exclusive. */
export interface Said {
  start: number
  end: number
  /** The index of the line of synonyms. */
  meaning: number
  /** The index among all expressions. */
  expression: number
  /** Whether the spelling is exactly that of the line. */
  isWhole: boolean
}

interface Expression {
  meaning: number
  text: string
  /** For each word, the terms that match it in a text. */
  words: readonly ReadonlySet<string>[]
}

export interface Synonyms {
  /** Every expression in the words, including nested ones, in order; the longest at a position first. */
  find(words: readonly string[]): Said[]
  /** Meanings of expressions of one word that is related to this one (نعترض and اعتراض). */
  related(word: string): readonly number[]
  /** All words of all expressions, as typed. */
  words: ReadonlySet<string>
}

/**
 * Indexes lines of synonyms, so that they are found with any article, particle, pronoun and number.
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
