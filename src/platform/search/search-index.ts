import { setImmediate } from 'node:timers/promises'
import { knownWord, nearTerms } from '@/platform/search/edit-distance'
import { excerpt, markWords, type Segment } from '@/platform/search/marks'
import { askedTerms, indexedTerms, readingsOf } from '@/platform/search/stems'
import { isStopWord } from '@/platform/search/stop-words'
import { wordsOf } from '@/platform/search/words'

/** What can be found: a clause, a section, a service, a page. Plain text, in one language. */
export interface SearchDocument {
  /** Its own heading, or empty for a clause that has none. */
  heading: string
  text: string
  /** What it is part of (the policy and section of a clause): helps to find it, never suffices. */
  context: string
}

export interface SearchHit<D> {
  document: D
  heading: Segment[]
  /** The text, or the part of it around the first mark. */
  excerpt: Segment[]
}

export interface SearchAnswer<D> {
  /**
   * How the hits fit: `all` words of the question, all words in a `near` spelling, only `some`
   * of them, or `none` found.
   */
  match: 'all' | 'near' | 'some' | 'none'
  /** How many there are, of which `hits` is one page. */
  total: number
  hits: SearchHit<D>[]
}

export interface SearchIndex<D> {
  size: number
  search(question: string, page: { limit: number; offset: number }): SearchAnswer<D>
}

/** Characters of a text shown in a hit: a whole clause nearly always, a paragraph of a page. */
const EXCERPT_LENGTH = 420
/** Words of a question that are looked up; nobody asks with more, machines do. */
const MOST_WORDS = 24
/** Misspelt words that are looked for among all known ones, which takes longer. */
const MOST_MISSPELT = 4
/** Documents indexed before other work of the process gets its turn. */
const CHUNK = 50

/** Weights of a word's place, and of how sure it is that it is the word that was asked. */
const IN_HEADING = 4
const IN_CONTEXT = 0.3
const AS_OTHER_READING = 0.5
const AS_BEGINNING = 0.4
const AS_NEAR = 0.3

/** BM25's usual constants: how soon repetition stops counting, and how much length does. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.75

/** Where a term occurs: the documents' places in order, and how often in each of their parts. */
interface Postings {
  documents: number[]
  inHeading: number[]
  inText: number[]
  inContext: number[]
}

/** A document as it is ranked: normalised words, with a space before, between and after. */
interface Plain<D> {
  document: D
  heading: string
  headingTerms: ReadonlySet<string>
  text: string
  length: number
}

interface Alternative {
  term: string
  weight: number
}

const plainWords = (text: string): string[] => wordsOf(text).flatMap((word) => [...word.normal])
const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `

/**
 * An inverted index in memory. Our own rather than a library's, because a word has several
 * readings, of which each library makes a query of its own: with minisearch 7.2 a common word at
 * 5,000 clauses took 36 ms where this takes 5, and rank by place had to be recomputed anyway.
 * Built in small steps, so that requests are served in between.
 */
export async function buildSearchIndex<D extends SearchDocument>(documents: Iterable<D>): Promise<SearchIndex<D>> {
  const termsOf = memoised((word: string) => indexedTerms(readingsOf(word)))
  const postings = new Map<string, Postings>()
  const spellings = new Set<string>()
  const plains: Plain<D>[] = []

  const note = (term: string, document: number, part: 'inHeading' | 'inText' | 'inContext') => {
    let known = postings.get(term)
    if (!known) {
      known = { documents: [], inHeading: [], inText: [], inContext: [] }
      postings.set(term, known)
    }
    let last = known.documents.length - 1
    if (known.documents[last] !== document) {
      last = known.documents.push(document) - 1
      known.inHeading.push(0)
      known.inText.push(0)
      known.inContext.push(0)
    }
    known[part][last] = (known[part][last] ?? 0) + 1
  }

  for (const document of documents) {
    const place = plains.length
    if (place % CHUNK === CHUNK - 1) await setImmediate()
    const heading = plainWords(document.heading)
    const text = plainWords(document.text)
    for (const word of [...heading, ...text]) spellings.add(word)
    for (const term of heading.flatMap(termsOf)) note(term, place, 'inHeading')
    for (const term of text.flatMap(termsOf)) note(term, place, 'inText')
    for (const term of plainWords(document.context).flatMap(termsOf)) note(term, place, 'inContext')
    plains.push({
      document,
      heading: spaced(heading),
      headingTerms: new Set(heading.flatMap(termsOf)),
      text: spaced(text),
      length: heading.length + text.length,
    })
  }
  const size = plains.length
  const averageLength = plains.reduce((sum, plain) => sum + plain.length, 0) / Math.max(1, size)
  const known = (words: Iterable<string>) => [...words].filter((word) => /^\p{L}+$/u.test(word)).map(knownWord)
  const vocabulary = known(postings.keys())
  const written = known(spellings)

  /** What somebody may have meant. A slip in an ending leaves no stem to compare, so whole words come second. */
  const nearTo = (word: string): string[] => {
    const near = nearTerms(readingsOf(word).primary, vocabulary)
    return near.length > 0 ? near : [...new Set(nearTerms(word, written).flatMap(termsOf))]
  }

  /** What a word of the question is looked up as. */
  const alternatives = (asked: string, isLast: boolean): Alternative[] => {
    const [primary = asked, ...others] = askedTerms(readingsOf(asked))
    const readings: Alternative[] = [
      { term: primary, weight: 1 },
      ...others.map((term) => ({ term, weight: AS_OTHER_READING })),
    ].filter(({ term }) => postings.has(term))
    // The last word may be half typed.
    if (!isLast || primary.length < 3) return readings
    const begun = vocabulary.filter(({ word }) => word.startsWith(primary) && word !== primary)
    return [...readings, ...begun.map(({ word }) => ({ term: word, weight: AS_BEGINNING }))]
  }

  /** The documents that have `all` or `some` of the words, each with its score. */
  const collect = (groups: readonly Alternative[][], wanted: 'all' | 'some'): { place: number; score: number }[] => {
    const scores = new Float64Array(size)
    const groupsFound = new Uint8Array(size)
    const lastGroup = new Int8Array(size).fill(-1)
    // By what it is part of alone nothing is found: a policy's name would find each of its clauses.
    const isOwn = new Uint8Array(size)
    for (const [group, terms] of groups.entries()) {
      for (const { term, weight } of terms) {
        const found = postings.get(term)
        if (!found) continue
        const count = found.documents.length
        const rarity = Math.log(1 + (size - count + 0.5) / (count + 0.5))
        for (let index = 0; index < count; index += 1) {
          const place = found.documents[index] ?? 0
          const inOwn = IN_HEADING * (found.inHeading[index] ?? 0) + (found.inText[index] ?? 0)
          const often = inOwn + IN_CONTEXT * (found.inContext[index] ?? 0)
          const relativeLength = (plains[place]?.length ?? averageLength) / averageLength
          const damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relativeLength)
          scores[place] = (scores[place] ?? 0) + (weight * rarity * often * (SATURATION + 1)) / (often + damping)
          if (inOwn > 0) isOwn[place] = 1
          if (lastGroup[place] !== group) {
            lastGroup[place] = group
            groupsFound[place] = (groupsFound[place] ?? 0) + 1
          }
        }
      }
    }
    const least = wanted === 'all' ? groups.length : 1
    const found: { place: number; score: number }[] = []
    for (let place = 0; place < size; place += 1) {
      if (isOwn[place] === 1 && (groupsFound[place] ?? 0) >= least) found.push({ place, score: scores[place] ?? 0 })
    }
    return found
  }

  return {
    size,
    search(question, { limit, offset }) {
      const asked = plainWords(question).slice(0, MOST_WORDS)
      const telling = [...new Set(asked.filter((word) => !isStopWord(word)))]
      const words = telling.length > 0 ? telling : [...new Set(asked)]
      if (words.length === 0) return { match: 'none', total: 0, hits: [] }

      let groups = words.map((word, index) => alternatives(word, index === words.length - 1))
      let match: SearchAnswer<D>['match'] = 'all'
      let found = collect(groups, 'all')
      if (found.length === 0) {
        match = 'near'
        let misspelt = 0
        const corrected = groups.map((group, index) => {
          if (group.length > 0 || ++misspelt > MOST_MISSPELT) return group
          return nearTo(words[index] ?? '').map((term) => ({ term, weight: AS_NEAR }))
        })
        found = collect(corrected, 'all')
        if (found.length > 0) groups = corrected
      }
      if (found.length === 0) {
        match = 'some'
        found = collect(groups, 'some')
      }
      if (found.length === 0) return { match: 'none', total: 0, hits: [] }

      const phrase = phrasePattern(asked)
      const ranked = found
        .flatMap(({ place, score }) => {
          const plain = plains[place]
          return plain ? [{ document: plain.document, score, rank: rankOf(plain, phrase, groups) }] : []
        })
        .sort((a, b) => a.rank - b.rank || b.score - a.score)
      const matched = new Set(groups.flatMap((group) => group.map(({ term }) => term)))
      const isWanted = (word: string) => termsOf(word).some((term) => matched.has(term))
      return {
        match,
        total: ranked.length,
        hits: ranked.slice(offset, offset + limit).map(({ document }) => ({
          document,
          heading: markWords(document.heading, isWanted),
          excerpt: excerpt(markWords(document.text, isWanted), EXCERPT_LENGTH),
        })),
      }
    },
  }
}

/** The question's words in their order, of which none needs escaping; a joined particle may stand before the first. */
function phrasePattern(words: readonly string[]): RegExp {
  return new RegExp(` [وفبكل]?${words.join(' ')} `, 'u')
}

/** Lower comes first: headings, then the exact phrase, then the rest by score. */
function rankOf<D>(
  { heading, headingTerms, text }: Plain<D>,
  phrase: RegExp,
  groups: readonly Alternative[][],
): number {
  if (phrase.test(heading)) return 0
  if (groups.every((group) => group.some(({ term }) => headingTerms.has(term)))) return 1
  return phrase.test(text) ? 2 : 3
}

function memoised<Value>(make: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>()
  return (word) => {
    const value = known.get(word) ?? make(word)
    known.set(word, value)
    return value
  }
}
