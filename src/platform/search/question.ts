import { askedTerms, familiesOf, readingsOf } from '@/platform/search/stems'
import { isStopWord } from '@/platform/search/stop-words'
import type { Said, Synonyms } from '@/platform/search/synonyms'
import type { Vocabulary } from '@/platform/search/vocabulary'
import { wordsOf } from '@/platform/search/words'

/** Words of a question that are looked up; nobody asks with more, machines do. */
const MAX_WORDS = 24
/** Misspelt words that are looked for among all known ones, which takes longer. */
const MAX_MISSPELT = 4
/** Words that a root or a beginning leads to; a root of hundreds of words says nothing. */
const MAX_RELATED = 60

/** How sure it is that a term is what was asked. */
export const certainty = {
  otherReading: 0.5,
  synonym: 0.55,
  beginning: 0.4,
  family: 0.4,
  relatedSynonym: 0.3,
  near: 0.3,
  /** By how much more relatives count where the word itself is nowhere. */
  alone: 1.5,
}

/** The terms that answer one word of a question, or one expression of several, with their weights. */
export type Group = ReadonlyMap<string, number>

/** What an index knows, as a question is read against it. */
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

/** The terms that stand for a meaning and an expression in the index; no word is written so. */
export const meaningTerm = (meaning: number): string => `=${meaning}`
export const expressionTerm = (expression: number): string => `#${expression}`

export interface Question {
  /** Every word, also the small ones, normalised. */
  words: readonly string[]
  groups: readonly Group[]
  /** The same with what misspelt words may have meant; null when none was. */
  corrected(): readonly Group[] | null
}

/** One thing that is asked for: a word, or the words of an expression. */
interface Wish {
  words: readonly string[]
  said: readonly Said[]
  isLast: boolean
}

/** Reads a question against what an index knows. */
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

/** Two words that are known as one are one: «واتس اب», "web site". */
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

/** A small word is an expression of its own only as it stands, never by another reading of it. */
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
  // Where nobody wrote the word itself, its relatives are all that is left of it.
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
