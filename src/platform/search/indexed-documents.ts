import { setImmediate } from 'node:timers/promises'
import { memoised } from '@/platform/search/memoised'
import { type Part, Postings } from '@/platform/search/postings'
import { isLong } from '@/platform/search/proximity'
import { expressionTerm, type Known, meaningTerm } from '@/platform/search/question'
import { familiesOf, indexedTerms, readingsOf } from '@/platform/search/stems'
import { isStopWord } from '@/platform/search/stop-words'
import type { Synonyms } from '@/platform/search/synonyms'
import { Vocabulary } from '@/platform/search/vocabulary'
import { wordsOf } from '@/platform/search/words'

/** The searchable text of a document in one language. */
export interface SearchText {
  /** Its own heading, or empty for a clause that has none. */
  heading: string
  text: string
  /** Its context (the policy and section of a clause), which supports a match but does not make one. */
  context: string
  /** Keywords that aren't shown, such as the names of a form's fields. */
  keywords: string
}

/**
 * A searchable document: a clause, a section, a service, a page. It is found by the words of any language and shown
 * in the reader's.
 */
export interface SearchDocument {
  texts: Readonly<Record<string, SearchText | undefined>>
  /** Its weight in the ranking; 1 by default. */
  weight: number
}

/** A document prepared for ranking: normalised words with a space before, between and after. */
export interface Plain {
  headings: string
  headingTerms: ReadonlySet<string>
  /** For each short heading, the terms of its significant words. */
  headingWords: readonly (readonly (readonly string[])[])[]
  texts: string
  /** The length in words, of all languages. */
  length: number
  /** The words of each language in order; empty unless a text is long. */
  words: readonly (readonly string[])[]
}

/** The documents, and the postings of each term. */
export interface Indexed<D> {
  documents: readonly D[]
  plains: readonly Plain[]
  averageLength: number
  postings: Postings
  known: Known
}

/** The number of documents and words processed before yielding to other work. */
const CHUNK = 50
const CHUNK_OF_WORDS = 1000

/** Dates in figures are indexed by their parts; a year may have its era attached: 1442هـ. */
const plainWords = (text: string): string[] =>
  wordsOf(text).flatMap((word) =>
    word.normal.flatMap((normal) => {
      const digits = /^(\d+)\p{L}+$/u.exec(normal)?.[1]
      return digits ? [normal, digits] : [normal]
    }),
  )
const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `

/** Indexes the documents in small steps, so that requests are served in between. */
export async function indexDocuments<D extends SearchDocument>(
  given: Iterable<D>,
  synonyms: Synonyms,
): Promise<Indexed<D>> {
  const termsOf = memoised((word: string) => indexedTerms(readingsOf(word)))
  const postings = new Postings()
  const spellings = new Set<string>()
  const documents: D[] = []
  const plains: Plain[] = []

  for (const document of given) {
    const place = plains.length
    if (place % CHUNK === CHUNK - 1) await setImmediate()
    const texts = Object.values(document.texts).flatMap((text) => (text ? [wordsIn(text)] : []))
    for (const parts of texts) {
      for (const part of allParts) {
        for (const word of parts[part]) if (part !== 'context') spellings.add(word)
        for (const term of termsIn(parts[part], termsOf, synonyms)) postings.note(term, place, part)
      }
      // A heading of two words is also searched as one: "sitemap".
      if (parts.heading.length === 2) {
        for (const term of termsOf(parts.heading.join(''))) postings.note(term, place, 'heading')
      }
    }
    const headings = texts.map(({ heading }) => heading)
    const isAnyLong = texts.some(({ text }) => isLong(text.length))
    documents.push(document)
    plains.push({
      headings: headings.map(spaced).join(''),
      headingTerms: new Set(headings.flatMap((heading) => termsIn(heading, termsOf, synonyms))),
      headingWords: headings.flatMap((heading) => tellingWords(heading, termsOf, synonyms)),
      texts: texts.map(({ text }) => spaced(text)).join(''),
      length: texts.reduce((sum, { heading, text }) => sum + heading.length + text.length, 0),
      words: isAnyLong ? texts.map(({ text }) => text) : [],
    })
  }

  const total = plains.reduce((sum, plain) => sum + plain.length, 0)
  return {
    documents,
    plains,
    averageLength: Math.max(1, total / Math.max(1, plains.length)),
    postings,
    known: await knowledge(postings, spellings, synonyms, termsOf),
  }
}

type TermsOf = (word: string) => readonly string[]

const allParts = ['heading', 'text', 'keywords', 'context'] as const

const wordsIn = (text: SearchText): Record<Part, string[]> => ({
  heading: plainWords(text.heading),
  text: plainWords(text.text),
  keywords: plainWords(text.keywords),
  context: plainWords(text.context),
})

/** What words are found by: each of them, and the expressions that they make. */
function termsIn(words: readonly string[], termsOf: TermsOf, synonyms: Synonyms): string[] {
  const said = synonyms.find(words)
  return [
    ...words.flatMap((word) => termsOf(word)),
    ...said.map(({ meaning }) => meaningTerm(meaning)),
    ...said.flatMap(({ expression, start, end }) => (end - start > 1 ? [expressionTerm(expression)] : [])),
  ]
}

/** Longer headings are never asked for as a whole. */
const LONGEST_ASKED = 4

/** A short heading as the words that tell what it is about, each with what it is found by. */
function tellingWords(heading: readonly string[], termsOf: TermsOf, synonyms: Synonyms): string[][][] {
  const said = synonyms.find(heading)
  const words = heading.flatMap((word, place) => {
    const around = said.filter(({ start, end }) => start <= place && place < end)
    if (around.length === 0 && (isStopWord(word) || /^\d/.test(word))) return []
    return [[...termsOf(word), ...around.map(({ meaning }) => meaningTerm(meaning))]]
  })
  return words.length > 0 && words.length <= LONGEST_ASKED ? [words] : []
}

async function knowledge(
  postings: Postings,
  spellings: ReadonlySet<string>,
  synonyms: Synonyms,
  termsOf: TermsOf,
): Promise<Known> {
  const families = await familiesIn(spellings, termsOf)
  return {
    has: (term) => postings.has(term),
    synonyms,
    terms: new Vocabulary(postings.all()),
    written: new Vocabulary([...spellings, ...synonyms.words]),
    isWritten: (word) => spellings.has(word) || synonyms.words.has(word),
    ofFamily: (family) => families.get(family) ?? [],
    termsOf,
  }
}

/** The stems of the written words of each root. */
async function familiesIn(spellings: ReadonlySet<string>, termsOf: TermsOf): Promise<Map<string, string[]>> {
  const families = new Map<string, Set<string>>()
  let done = 0
  for (const word of spellings) {
    done += 1
    if (done % CHUNK_OF_WORDS === 0) await setImmediate()
    const [stem] = termsOf(word)
    if (stem === undefined) continue
    for (const family of familiesOf(word).slice(0, 2)) {
      const stems = families.get(family)
      if (stems) stems.add(stem)
      else families.set(family, new Set([stem]))
    }
  }
  return new Map([...families].map(([family, stems]) => [family, [...stems]]))
}
