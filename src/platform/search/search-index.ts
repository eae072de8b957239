import { indexDocuments, type SearchDocument } from '@/platform/search/indexed-documents'
import { excerpt, markWords, type Segment } from '@/platform/search/marks'
import { type Group, type Known, meaningTerm, readQuestion } from '@/platform/search/question'
import { type Found, rank } from '@/platform/search/ranking'
import { prepareSynonyms } from '@/platform/search/synonyms'
import { wordsOf } from '@/platform/search/words'

export interface SearchHit<D> {
  document: D
  heading: Segment[]
  /** The text, or the part of it around the first mark. */
  excerpt: Segment[]
  /** Whether it matches only some of the words. */
  isPartial: boolean
}

export interface SearchAnswer<D> {
  /** How well the first hits match: `all` words, all in a `near` spelling, only `some`, or `none`. */
  match: 'all' | 'near' | 'some' | 'none'
  /** The number of hits that match this well; they come first. */
  total: number
  /** The number of further hits with some of the words. */
  partial: number
  hits: SearchHit<D>[]
}

export interface SearchPage<D> {
  /** Documents without text in this language are left out. */
  language: string
  limit: number
  offset: number
  /** A document that answers the search regardless of its words; it comes first. */
  isAnswer?: (document: D) => boolean
}

export interface SearchIndex<D> {
  size: number
  search(question: string, page: SearchPage<D>): SearchAnswer<D>
}

/** The characters of a text shown in a hit: almost any whole clause, or a paragraph of a page. */
const EXCERPT_LENGTH = 420

/** Partial hits below this share of the best score are left out. */
const PARTIAL_SHARE = 0.3
const MAX_PARTIAL = 20

/**
 * An inverted index in memory. Our own rather than a library's, because a word has several
 * readings and their ranks decide what people find (docs/adr/0020).
 * @param lines the synonyms: expressions of one meaning a line
 */
export async function buildSearchIndex<D extends SearchDocument>(
  given: Iterable<D>,
  lines: readonly (readonly string[])[] = [],
): Promise<SearchIndex<D>> {
  const indexed = await indexDocuments(given, prepareSynonyms(lines))
  const { documents, known } = indexed

  /** Full matches, by corrected spelling if necessary, and partial matches. */
  const answerTo = (text: string, language: string): Answer => {
    const question = readQuestion(text, known)
    if (question.groups.length === 0) return { match: 'none', groups: [], whole: [], partial: [] }
    const answer = split(rank(indexed, question.groups, question, language), question.groups)
    if (answer.whole.length > 0) return { match: 'all', ...answer }
    const corrected = question.corrected()
    const near = corrected ? split(rank(indexed, corrected, question, language), corrected) : answer
    if (near.whole.length > 0) return { match: 'near', ...near }
    return { match: near.partial.length > 0 ? 'some' : 'none', ...near }
  }

  return {
    size: documents.length,
    search(text, { language, limit, offset, isAnswer = () => false }) {
      const found = answerTo(text, language)
      const pinned = documents.flatMap((document, place) =>
        isAnswer(document) && document.texts[language] ? [{ place, score: 0, isWhole: true }] : [],
      )
      const { match, groups, whole, partial } = pinned.length > 0 ? pinnedFirst(found, pinned) : found
      const isWanted = wantedWords(groups, known)
      const hits = [...whole, ...partial].slice(offset, offset + limit).flatMap(({ place, isWhole }) => {
        const document = documents[place]
        const shown = document?.texts[language]
        if (!document || !shown) return []
        return [
          {
            document,
            heading: markWords(shown.heading, isWanted(shown.heading)),
            excerpt: excerpt(markWords(shown.text, isWanted(shown.text)), EXCERPT_LENGTH),
            isPartial: !isWhole,
          },
        ]
      })
      return match === 'some'
        ? { match, total: partial.length, partial: 0, hits }
        : { match, total: whole.length, partial: partial.length, hits }
    },
  }
}

interface Answer {
  match: SearchAnswer<unknown>['match']
  groups: readonly Group[]
  whole: readonly Found[]
  partial: readonly Found[]
}

function split(found: readonly Found[], groups: readonly Group[]): Omit<Answer, 'match'> {
  const whole = found.filter(({ isWhole }) => isWhole)
  const rest = found.filter(({ isWhole }) => !isWhole)
  const least = (rest[0]?.score ?? 0) * PARTIAL_SHARE
  const most = whole.length > 0 ? MAX_PARTIAL : rest.length
  return { groups, whole, partial: rest.filter(({ score }) => score >= least).slice(0, most) }
}

function pinnedFirst({ groups, whole, partial }: Answer, pinned: readonly Found[]): Answer {
  const isOther = ({ place }: Found) => !pinned.some((answer) => answer.place === place)
  return { match: 'all', groups, whole: [...pinned, ...whole.filter(isOther)], partial: partial.filter(isOther) }
}

/** The words of a text that match the search, directly or as part of a synonymous expression. */
function wantedWords(groups: readonly Group[], { synonyms, termsOf }: Known) {
  const matched = new Set(groups.flatMap((group) => [...group.keys()]))
  return (text: string) => {
    const words = wordsOf(text).map(({ normal }) => normal[0] ?? '')
    const inExpression = new Set(
      synonyms
        .find(words)
        .filter(({ meaning }) => matched.has(meaningTerm(meaning)))
        .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
    )
    return (word: string, place: number) => inExpression.has(place) || termsOf(word).some((term) => matched.has(term))
  }
}
