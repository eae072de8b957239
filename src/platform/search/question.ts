import { askedTerms, familiesOf, readingsOf } from '@/platform/search/stems'
import { isStopWord } from '@/platform/search/stop-words'
import type { Said, Synonyms } from '@/platform/search/synonyms'
import type { Vocabulary } from '@/platform/search/vocabulary'
import { wordsOf } from '@/platform/search/words'

/** The highest number of words that are looked up. */
const MAX_WORDS = 24
/** The highest number of misspelt words, whose lookup is slower. */
const MAX_MISSPELT = 4
/** The highest number of words of a root or prefix; a root of hundreds of words is not specific. */
const MAX_RELATED = 60

/** How closely a term matches what was asked. */
export const certainty = {
  otherReading: 0.5,
  synonym: 0.55,
  beginning: 0.4,
  family: 0.4,
  relatedSynonym: 0.3,
  near: 0.3,
  /** The factor for related words if the word itself does not occur. */
  alone: 1.5,
}

/** The terms that match one word or expression of a search, with their weights. */
export type Group = ReadonlyMap<string, number>

/** The vocabulary of an index, against which a search is read. */
export interface Known {
  has(term: string): boolean
  synonyms: Synonyms
  /** Stems. */
  terms: Vocabulary
  /** Whole words, those of the synonyms too. */
  written: Vocabulary
  isWritten(word: string): boolean
  /** The stems of words of a root. */
  ofFamily(family: string): readonly string[]
  termsOf(word: string): readonly string[]
}

/** The index terms of a meaning and an expression, which no word can equal. */
export const meaningTerm = (meaning: number): string => `=${meaning}`
export const expressionTerm = (expression: number): string => `#${expression}`

export interface Question {
  /** Every word, including stop words, normalised. */
  words: readonly string[]
  groups: readonly Group[]
  /** The same with corrections of misspelt words; null when there are none. */
  corrected(): readonly Group[] | null
}

/** One unit of a search: a word, or the words of an expression. */
interface Wish {
  words: readonly string[]
  said: readonly Said[]
  isLast: boolean
}

/** Reads a search against the vocabulary of an index. */
export function readQuestion(text: string, known: Known): Question {
  const words = joined(
    wordsOf(text)
      .flatMap((word) => [...word.normal])
      .slice(0, MAX_WORDS),
    known,
  )
  const wishes = wishesOf(words, known.synonyms)
  const groups = wishes.map((wish) => groupOf(wish, known))
  return {
    words,
    groups,
    corrected() {
      let misspelt = 0
      let isCorrected = false
      const corrected = groups.map((group, index) => {
        const [word, ...more] = wishes[index]?.words ?? []
        if (group.size > 0 || word === undefined || more.length > 0 || ++misspelt > MAX_MISSPELT) return group
        const near = nearGroup(word, known)
        if (near.size > 0) isCorrected = true
        return near
      })
      return isCorrected ? corrected : null
    },
  }
}

/** Joins two words that are known as one: «واتس اب», "web site". */
function joined(words: readonly string[], known: Known): string[] {
  const result: string[] = []
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? ''
    const next = words[place + 1]
    const both = next === undefined ? '' : word + next
    const isOne = next !== undefined && /^\p{L}{5,}$/u.test(both) && known.isWritten(both)
    result.push(isOne ? both : word)
    if (isOne) place += 1
  }
  return result
}

function wishesOf(words: readonly string[], synonyms: Synonyms): Wish[] {
  const all = synonyms.find(words)
  const wishes: Wish[] = []
  const alone: Wish[] = []
  for (let place = 0; place < words.length; ) {
    const here = all.filter(({ start }) => start === place)
    const end = Math.max(place + 1, ...here.map((said) => said.end))
    const said = here.filter((one) => one.end === end)
    const wish = { words: words.slice(place, end), said, isLast: end === words.length }
    const isSmall = end === place + 1 && isStopWord(words[place] ?? '') && !said.some(isExactly(words[place] ?? ''))
    if (isSmall) alone.push(wish)
    else wishes.push(wish)
    place = end
  }
  const telling = wishes.length > 0 ? wishes : alone
  const seen = new Set<string>()
  return telling.filter((wish) => {
    const key = wish.words.join(' ')
    return seen.has(key) ? false : seen.add(key)
  })
}

/** A stop word matches an expression exactly, never by another reading. */
const isExactly = (word: string) => (said: Said) => said.isWhole && said.end - said.start === 1 && word.length > 1

function groupOf({ words, said, isLast }: Wish, known: Known): Group {
  const group = new Map<string, number>()
  const add = (term: string, weight: number) => {
    if (known.has(term) && (group.get(term) ?? 0) < weight) group.set(term, weight)
  }
  const [word = ''] = words
  if (words.length > 1) for (const { expression } of said) add(expressionTerm(expression), 1)
  else addReadings(word, isLast, known, add)
  for (const { meaning } of said) add(meaningTerm(meaning), certainty.synonym)
  if (words.length > 1) return group
  // If the word itself does not occur, related words count more.
  const share = group.size > 0 ? 1 : certainty.alone
  for (const term of relatedTerms(word, known)) add(term, share * certainty.family)
  if (said.length > 0) return group
  for (const meaning of known.synonyms.related(word)) add(meaningTerm(meaning), share * certainty.relatedSynonym)
  return group
}

function addReadings(word: string, isLast: boolean, known: Known, add: (term: string, weight: number) => void): void {
  const [primary = word, ...others] = askedTerms(readingsOf(word))
  add(primary, 1)
  for (const term of others) add(term, certainty.otherReading)
  // The last word may be half typed.
  if (!isLast || primary.length < 3) return
  for (const term of known.terms.begunBy(primary).slice(0, MAX_RELATED)) add(term, certainty.beginning)
}

function relatedTerms(word: string, known: Known): readonly string[] {
  const related = familiesOf(word).flatMap((family) => known.ofFamily(family))
  return related.length > MAX_RELATED ? [] : related
}

/** What somebody may have meant. A slip in an ending leaves no stem to compare, so whole words come second. */
function nearGroup(word: string, known: Known): Group {
  const group = new Map<string, number>()
  const add = (term: string, weight: number) => {
    if (known.has(term) && (group.get(term) ?? 0) < weight) group.set(term, weight)
  }
  const { primary } = readingsOf(word)
  const stems = known.terms.nearTo(primary)
  for (const term of stems) add(term, certainty.near)
  // With and without the article.
  const written = new Set([word, primary].flatMap((spelling) => known.written.nearTo(spelling)))
  if (stems.length === 0) {
    for (const near of written) for (const term of known.termsOf(near)) add(term, certainty.near)
  }
  for (const near of written) {
    for (const { meaning } of known.synonyms.find([near])) add(meaningTerm(meaning), certainty.near * certainty.synonym)
  }
  return group
}
