import { rootsOf } from '@/platform/search/arabic-roots'
import { singularOf } from '@/platform/search/broken-plurals'
import { englishFamily, englishStem } from '@/platform/search/english-stems'

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

/** Words whose ending is no ending: what is official is no drawing and no fee. */
const ownStems: readonly (readonly [pattern: RegExp, stem: string])[] = [[/^رسمي(?:ه|ا|ين|ون|ات)?$/, 'رسمي']]

function withoutEndings(word: string): string {
  for (const [pattern, stem] of ownStems) if (pattern.test(word)) return stem
  const withoutPronoun = endsOff(word, pronouns)
  if (withoutPronoun === null) return endsOff(word, endings) ?? word
  return endsOff(withoutPronoun, endingsBeforePronoun) ?? withoutPronoun
}

/** The word, and what it is without anything that may be joined before it. The likeliest comes first. */
function headsOf(word: string): string[] {
  const [bare] = startsOff(word, articles, SHORTEST_STEM)
  return [
    ...(bare === undefined ? [] : [bare]),
    word,
    ...startsOff(word, articles, 2),
    ...startsOff(word, particles, SHORTEST_STEM),
  ]
}

/** Readings of endings that have two: خدمته, شكواه, رضى. */
function endingsInDoubt(head: string): string[] {
  const others: string[] = []
  // «شكرا», «بيانا»: the alef of tanwin, when the letter before it made it look like a pronoun.
  if (head.endsWith('نا') && head.length > 4) others.push(head.slice(0, -1))
  // An opened taa marbuta before a pronoun of one letter: خدمته، رسالتي.
  if (/ت[هيك]$/.test(head) && head.length > 4) others.push(head.slice(0, -2))
  // ى is written ي, or ا before a pronoun: رضى and رضا, شكوى and شكواه.
  if (/ا[هيك]$/.test(head) && head.length > 4) others.push(head.slice(0, -2))
  if (head.endsWith('ي') && head.length >= SHORTEST_STEM) others.push(`${head.slice(0, -1)}ا`)
  if (head.endsWith('اء') && head.length > 3) others.push(head.slice(0, -1))
  // A hamza takes another seat before a pronoun: إعطائه، آراؤهم، أعضاءها.
  const beforePronoun = /^(.+ا)[ءيو](?:ها|هم|هن|كم|كن|نا|ه|ك|ي)$/.exec(head)?.[1]
  if (beforePronoun !== undefined) others.push(singularOf(`${beforePronoun}ء`) ?? `${beforePronoun}ء`, beforePronoun)
  return others
}

function arabicReadings(word: string): Readings {
  const readings = headsOf(word).flatMap((head) => {
    const singular = singularOf(head) ?? singularOf(endsOff(head, pronouns) ?? '')
    return [
      ...(singular === null ? [] : [withoutEndings(singular)]),
      withoutEndings(head),
      head,
      ...endingsInDoubt(head),
    ]
  })
  const [primary = word, ...also] = new Set(readings)
  return { primary, also }
}

const isArabic = /\p{Script=Arabic}/u
const isLatin = /^[a-z]+$/

/** @param word one word as `normaliseArabic` writes it */
export function readingsOf(word: string): Readings {
  if (isArabic.test(word)) return arabicReadings(word)
  return { primary: isLatin.test(word) ? englishStem(word) : word, also: [] }
}

/**
 * What related words share that are not the same: the root in Arabic, the stem without what derives
 * nouns from verbs in English. Likeliest first.
 * @param word one word as `normaliseArabic` writes it
 */
export function familiesOf(word: string): string[] {
  if (isArabic.test(word)) {
    const [bare] = startsOff(word, articles, SHORTEST_STEM)
    const heads = bare === undefined ? [word, ...startsOff(word, particles, SHORTEST_STEM)] : [bare]
    const singulars = heads.flatMap((head) => singularOf(head) ?? [])
    return rootsOf([...singulars, ...heads])
  }
  return isLatin.test(word) ? [englishFamily(englishStem(word))] : []
}

/** What a text is indexed under: readings that are not the likeliest are set apart by a tilde. */
export function indexedTerms({ primary, also }: Readings): string[] {
  return [primary, ...also.map((reading) => `~${reading}`)]
}

/** What is looked up for a word of a question, likeliest first. */
export function askedTerms({ primary, also }: Readings): string[] {
  return [primary, `~${primary}`, ...also]
}
