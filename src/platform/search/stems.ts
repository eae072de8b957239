import { stemmer } from 'stemmer'
import { singularOf } from '@/platform/search/broken-plurals'

/**
 * Light stemming: enough that a word is found with or without the article, joined particles,
 * pronouns and number. What it takes off is often a letter of the word itself (كتاب, التزام),
 * so an Arabic word has several readings: the likeliest is `primary`, the others are `also`.
 * Two words are the same when the primary reading of one is any reading of the other; two
 * unlikely readings that happen to meet (بريد and وريد without their first letter) are not.
 */
export interface Readings {
  primary: string
  also: readonly string[]
}

/** The article with and without joined particles: likely to be that, so taken off first. */
const articles = ['وبال', 'فبال', 'وكال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال']
/** Joined particles that are just as often a letter of the word. */
const particles = ['وب', 'ول', 'وك', 'فب', 'فل', 'و', 'ف', 'ب', 'ك', 'ل']
const pronouns = ['هما', 'كما', 'هم', 'هن', 'ها', 'كم', 'كن', 'نا']
const endings = ['يتين', 'يتان', 'يات', 'يون', 'يين', 'تين', 'تان', 'ات', 'ون', 'ين', 'ان', 'وا', 'يه', 'ه', 'ي', 'ا']
/** How an opened taa marbuta or a sound plural is written before a pronoun: خدمتكم، جمعيتنا. */
const endingsBeforePronoun = ['يات', 'يت', 'ات', 'ت', 'ي', 'ا']

const SHORTEST_STEM = 3

/** The word without each of the prefixes that leaves enough of it. */
const startsOff = (word: string, prefixes: readonly string[], shortest: number): string[] =>
  prefixes
    .filter((known) => word.startsWith(known) && word.length - known.length >= shortest)
    .map((known) => word.slice(known.length))

const endsOff = (word: string, suffixes: readonly string[]): string | null => {
  const suffix = suffixes.find((known) => word.endsWith(known) && word.length - known.length >= SHORTEST_STEM)
  return suffix === undefined ? null : word.slice(0, -suffix.length)
}

function withoutEndings(word: string): string {
  const withoutPronoun = endsOff(word, pronouns)
  if (withoutPronoun === null) return endsOff(word, endings) ?? word
  return endsOff(withoutPronoun, endingsBeforePronoun) ?? withoutPronoun
}

function arabicReadings(word: string): Readings {
  const [bare] = startsOff(word, articles, SHORTEST_STEM)
  const heads = [
    ...(bare === undefined ? [] : [bare]),
    word,
    ...startsOff(word, articles, 2),
    ...startsOff(word, particles, SHORTEST_STEM),
  ]
  const readings = heads.flatMap((head) => {
    const singular = singularOf(head)
    // «شكرا», «بيانا»: the alef of tanwin, when the letter before it made it look like a pronoun.
    const withoutTanwin = head.endsWith('نا') && head.length > 4 ? [head.slice(0, -1)] : []
    return [...(singular === null ? [] : [withoutEndings(singular)]), withoutEndings(head), head, ...withoutTanwin]
  })
  const [primary = word, ...also] = new Set(readings)
  return { primary, also }
}

const isArabic = /\p{Script=Arabic}/u
const isLatin = /^[a-z]+$/

/** @param word one word as `normaliseArabic` writes it */
export function readingsOf(word: string): Readings {
  if (isArabic.test(word)) return arabicReadings(word)
  return { primary: isLatin.test(word) ? stemmer(word) : word, also: [] }
}

/** What a text is indexed under: readings that are not the likeliest are set apart by a tilde. */
export function indexedTerms({ primary, also }: Readings): string[] {
  return [primary, ...also.map((reading) => `~${reading}`)]
}

/** What is looked up for a word of a question, likeliest first. */
export function askedTerms({ primary, also }: Readings): string[] {
  return [primary, `~${primary}`, ...also]
}
