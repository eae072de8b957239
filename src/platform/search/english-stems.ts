import { stemmer } from 'stemmer'

/** Unifies American and British spelling before stemming: organize and organise, labor and labour. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/iz(e|es|ed|er|ers|ing|ation|ations|ational)$/, 'is$1'],
  [/yz(e|es|ed|er|ers|ing)$/, 'ys$1'],
  [/^(lab|col|fav|hon|neighb|behavi|endeav)or/, '$1our'],
  [/^(cent|met|theat)er(s?)$/, '$1re$2'],
  [/^program(s?)$/, 'programme$1'],
  [/^(catalog|dialog)(s?)$/, '$1ue$2'],
  [/^enroll?/, 'enrol'],
  [/^(fulfil|instal|skil)l?(ment|ful|s|$)/, '$1$2'],
  [/^(licen|practi|defen|offen)ce/, '$1se'],
  [/^judgement/, 'judgment'],
  [/^acknowledgement/, 'acknowledgment'],
  [/^che(ck|que)s?$/, 'check'],
  [/^gray$/, 'grey'],
  [/([aeiou])ll(ed|ing|er|ers)$/, '$1l$2'],
]

/** Words that Porter's stemmer confuses: objective and objection. */
const ownStems = new Map(
  ['objective', 'reference', 'policy', 'general', 'organ', 'university', 'community'].flatMap((word) => [
    [word, word],
    [word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`, word],
  ]),
)
/** Plurals with a meaning of their own: rights, minutes of a meeting. */
for (const word of ['rights', 'minutes', 'terms', 'means', 'news', 'hours']) ownStems.set(word, word)

/** @param word in small letters */
export function englishStem(word: string): string {
  const own = ownStems.get(word)
  if (own !== undefined) return own
  let spelt = word
  for (const [american, british] of spellings) spelt = spelt.replace(american, british)
  return stemmer(spelt)
}

/** Suffixes of nouns and persons that Porter's stemmer keeps. */
const derivations =
  'ational ation ition ative ator ment ance ence ancy ency able ible ant ent ist ism ity ive ion eer ier ial ari ary act al er or ar'.split(
    ' ',
  )
const SHORTEST_FAMILY = 4
/** A single letter is more often part of the word. */
const shortDerivation = /^(.{6,})[trsyi]$/

/**
 * What related words have in common beyond their stems: complain and complaint, register and
 * registration, volunteer and voluntary.
 */
export function englishFamily(stem: string): string {
  const single = stem.replace(/([^aeiou])\1$/, '$1')
  const ending = derivations.find((known) => single.endsWith(known) && single.length - known.length >= SHORTEST_FAMILY)
  const base = ending === undefined ? (shortDerivation.exec(single)?.[1] ?? single) : single.slice(0, -ending.length)
  return base.replace(/([^aeiou])\1$/, '$1')
}
