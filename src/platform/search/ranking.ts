import type { Indexed, Plain, SearchDocument } from '@/platform/search/indexed-documents'
import { memoised } from '@/platform/search/memoised'
import type { Occurrences, Part } from '@/platform/search/postings'
import { standTogether } from '@/platform/search/proximity'
import { type Group, meaningTerm, type Question } from '@/platform/search/question'

/** A document that matches at least part of a search. */
export interface Found {
  /** The index of the document. */
  place: number
  score: number
  /** Whether it matches the whole search. */
  isWhole: boolean
}

/** Weights by part of the document. */
const placeWeights: Readonly<Record<Part, number>> = { heading: 4, text: 1, keywords: 0.6, context: 0.3 }

/** Bonuses for words that are the heading, in the heading, or adjacent. */
const gains = { wholeHeading: 2.5, phraseInHeading: 2, allInHeading: 1.6, phraseInText: 1.3 }

/** A word in more than this share of the documents is not distinctive, so its absence does not make a match partial. */
const COMMON_SHARE = 0.25
const FEWEST_COMMON = 6

/** The usual constants of BM25: saturation of repetition, and normalisation by length. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.75
/** Pages are far longer than clauses, so the length counts up to this multiple of the average only. */
const LONGEST = 6

/** From this weight on a term is the word itself or a spelling of it, not only related. */
const SURE = 0.4
/** From this weight on a term is a form of the word itself. */
const DIRECT = 0.5

/** Every document that matches a word of a search, best first; full matches before partial ones. */
export function rank<D extends SearchDocument>(
  indexed: Indexed<D>,
  groups: readonly Group[],
  { words }: Pick<Question, 'words'>,
  language: string,
): Found[] {
  const { documents, plains } = indexed
  const size = documents.length
  const scores = new Float64Array(size)
  // The context alone is no match: a policy's name would find each of its clauses.
  const isOwn = new Uint8Array(size)
  const missing = new Uint8Array(size)
  const wanted = groups.map(wantedOf)
  const telling: Wanted[] = []
  for (const one of wanted) {
    const { least } = one
    const { best, surest } = scoresOf(indexed, one.group, isOwn)
    let having = 0
    for (let place = 0; place < size; place += 1) if ((surest[place] ?? 0) >= least) having += 1
    const isTelling = having <= Math.max(FEWEST_COMMON, size * COMMON_SHARE)
    if (isTelling) telling.push(one)
    for (let place = 0; place < size; place += 1) {
      scores[place] = (scores[place] ?? 0) + (best[place] ?? 0)
      if (isTelling && (surest[place] ?? 0) < least) missing[place] = (missing[place] ?? 0) + 1
    }
  }
  const asked = telling.length > 0 ? telling : wanted
  const phrase = phrasePattern(words)
  const found: Found[] = []
  for (let place = 0; place < size; place += 1) {
    const plain = plains[place]
    const document = documents[place]
    if (isOwn[place] !== 1 || !plain || !document?.texts[language]) continue
    const score = (scores[place] ?? 0) * document.weight * gainOf(plain, phrase, wanted, asked)
    const isWhole = telling.length === 0 || (missing[place] === 0 && saysTogether(indexed, plain, telling))
    found.push({ place, score, isWhole })
  }
  return found.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.score - a.score || a.place - b.place)
}

/** For each document, what the best of a group's terms adds to its score, and how sure the surest of them is. */
function scoresOf<D>({ documents, plains, averageLength, postings }: Indexed<D>, group: Group, isOwn: Uint8Array) {
  const size = documents.length
  const rarityOf = (count: number): number => Math.log(1 + (size - count + 0.5) / (count + 0.5))
  const best = new Float64Array(size)
  const surest = new Float64Array(size)
  const found = [...group].flatMap(([term, weight]) => {
    const occurrences = postings.of(term)
    return occurrences ? [{ occurrences, weight }] : []
  })
  const commonest = Math.max(
    0,
    ...found.map(({ occurrences, weight }) => (weight >= DIRECT ? occurrences.documents.length : 0)),
  )
  for (const { occurrences, weight } of found) {
    const count = occurrences.documents.length
    // A word that is only related must not count for more than the one that was asked, by being rarer.
    const rarity = weight >= DIRECT ? rarityOf(count) : Math.min(rarityOf(count), rarityOf(commonest))
    for (let index = 0; index < count; index += 1) {
      const place = occurrences.documents[index] ?? 0
      const inOwn = ownOften(occurrences, index)
      const often = inOwn + placeWeights.context * (occurrences.context[index] ?? 0)
      const relativeLength = Math.min(LONGEST, (plains[place]?.length ?? averageLength) / averageLength)
      const damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relativeLength)
      const score = (weight * rarity * often * (SATURATION + 1)) / (often + damping)
      if (score > (best[place] ?? 0)) best[place] = score
      if (weight > (surest[place] ?? 0)) surest[place] = weight
      if (inOwn > 0) isOwn[place] = 1
    }
  }
  return { best, surest }
}

const ownOften = ({ heading, text, keywords }: Occurrences, index: number): number =>
  placeWeights.heading * (heading[index] ?? 0) +
  placeWeights.text * (text[index] ?? 0) +
  placeWeights.keywords * (keywords[index] ?? 0)

/** Whether a long text says in one place what its heading doesn't. */
function saysTogether<D>({ known }: Indexed<D>, { headingTerms, words }: Plain, wanted: readonly Wanted[]): boolean {
  if (words.length === 0) return true
  const open = wanted.filter((one) => !hasSure(one, headingTerms))
  if (open.length < 2) return true
  const bitsOf = memoised((word: string) => {
    const terms = known.termsOf(word)
    return open.reduce(
      (bits, { sure }, index) => (terms.some((term) => sure.has(term)) ? bits | (1 << index) : bits),
      0,
    )
  })
  return words.some((text) => {
    const answers = text.map((word) => bitsOf(word))
    for (const { start, end, meaning } of known.synonyms.find(text)) {
      for (const [index, { sure }] of open.entries()) {
        if (!sure.has(meaningTerm(meaning))) continue
        for (let place = start; place < end; place += 1) answers[place] = (answers[place] ?? 0) | (1 << index)
      }
    }
    return standTogether(answers, 2 ** open.length - 1)
  })
}

/** The question's words in their order, of which none needs escaping; a joined particle may stand before the first. */
function phrasePattern(words: readonly string[]): RegExp {
  return new RegExp(` [وفبكل]?${words.join(' ')} `, 'u')
}

/** Headings say what a text is about, and words that follow one another mean more than each by itself. */
function gainOf(
  { headings, headingTerms, headingWords, texts }: Plain,
  phrase: RegExp,
  wanted: readonly Wanted[],
  telling: readonly Wanted[],
): number {
  const isAsked = (terms: readonly string[]) => wanted.some(({ sure }) => terms.some((term) => sure.has(term)))
  if (headingWords.some((words) => words.every(isAsked))) return gains.wholeHeading
  if (phrase.test(headings)) return gains.phraseInHeading
  if (telling.every((one) => hasSure(one, headingTerms))) return gains.allInHeading
  return phrase.test(texts) ? gains.phraseInText : 1
}

/** A group, and what of it is as good as the word that was asked. */
interface Wanted {
  group: Group
  /** The weight from which a term counts as that word: lower where nothing is as sure. */
  least: number
  sure: ReadonlySet<string>
}

function wantedOf(group: Group): Wanted {
  const least = group.size === 0 ? SURE : Math.min(SURE, Math.max(...group.values()))
  return { group, least, sure: new Set([...group].flatMap(([term, weight]) => (weight >= least ? [term] : []))) }
}

function hasSure({ sure }: Wanted, terms: ReadonlySet<string>): boolean {
  for (const term of terms) if (sure.has(term)) return true
  return false
}
