import { type KnownWord, knownWord, nearTerms } from '@/platform/search/edit-distance'

const isWord = (term: string): boolean => /^\p{L}+$/u.test(term)

/** Known words, to complete prefixes and correct misspellings. */
export class Vocabulary {
  private readonly sorted: readonly string[]
  private readonly known: readonly KnownWord[]

  constructor(words: Iterable<string>) {
    this.sorted = [...new Set(words)].filter(isWord).sort()
    this.known = this.sorted.map(knownWord)
  }

  /** Longer words with the prefix `beginning`. */
  begunBy(beginning: string): string[] {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sorted[middle] ?? '') < beginning) low = middle + 1
      else high = middle
    }
    const found: string[] = []
    for (let place = low; this.sorted[place]?.startsWith(beginning); place += 1) {
      const word = this.sorted[place]
      if (word !== undefined && word !== beginning) found.push(word)
    }
    return found
  }

  /** The nearest known words to a misspelt `word`. */
  nearTo(word: string): string[] {
    return nearTerms(word, this.known)
  }
}
