import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { normaliseArabic, westernDigits } from '@/platform/arabic'
import { passwordLimits } from './password-limits'
import { canonicalPassword, visibleLength } from './password-text'

export type PasswordError = 'tooShort' | 'tooLong' | 'personal' | 'common'

/**
 * An attacker who is let through at the limits of src/features/staff/server/sign-in-limits.ts tries
 * about half a million passwords a year; this many keep that below one in two thousand.
 */
const LEAST_GUESSES = 1e9

/** Read as a word of its own; the list knows none of the country's. */
const LOCAL_WORDS = [
  'riyadh',
  'jeddah',
  'makkah',
  'madinah',
  'dammam',
  'saudi',
  'saudiarabia',
  'mohammed',
  'muhammad',
  'abdullah',
  'ahmad',
  'fatimah',
  'allah',
  'bismillah',
  'ramadan',
  'association',
  'jamiyah',
  'الرياض',
  'جده',
  'مكه',
  'المدينه',
  'السعوديه',
  'محمد',
  'عبدالله',
  'احمد',
  'فاطمه',
  'الله',
  'بسم',
  'رمضان',
  'كلمه',
  'المرور',
  'كلمهالمرور',
  'كلمهالسر',
  'باسوورد',
  'مرحبا',
  'جمعيه',
  'الجمعيه',
] as const

let estimator: ZxcvbnFactory | undefined

/** Some fifty thousand passwords of leaks, keyboards in rows, repetitions, sequences, dates and l33t. */
const estimate = (): ZxcvbnFactory => {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return estimator
}

const arabicKeys = 'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ'
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"

/** The keys on which it was typed, so that a row of an Arabic keyboard reads as the row that it is. */
const asLatinKeys = (text: string): string =>
  [...text].map((letter) => latinKeys[arabicKeys.indexOf(letter)] ?? letter).join('')

/** `1 2 3 4` as what it is; real words stay apart, because the spaces between them are worth something. */
const joined = (text: string): string =>
  text.split(/\s+/).every((word) => word.length <= 2) ? text.replace(/\s+/g, '') : text

/** What anybody who knows the person or the association would try: word by word, and written together. */
function personalWords(known: readonly string[]): string[] {
  const words = known.flatMap((text) => {
    const parts = normaliseArabic(text).split(' ')
    return [...parts, parts.join('')]
  })
  return [...new Set(words.filter((word) => word.length >= 3))].sort((one, other) => other.length - one.length)
}

/**
 * The one rule for every way in which a password is set.
 * @param known name, address and whatever else belongs to the person or the association
 */
export function checkPassword(password: string, known: readonly string[]): PasswordError | null {
  // Before anything reads all of it; one visible character may be several code units.
  if (password.length > passwordLimits.most * 4) return 'tooLong'
  if (visibleLength(password) < passwordLimits.least) return 'tooShort'
  if (canonicalPassword(password).length > passwordLimits.most) return 'tooLong'
  const words = personalWords(known)
  const spelled = normaliseArabic(password)
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), spelled)
  if (rest !== spelled && visibleLength(rest) < passwordLimits.least / 2) return 'personal'
  const text = westernDigits(canonicalPassword(password).normalize('NFKC')).toLowerCase()
  const forms = [text, asLatinKeys(text), joined(text)]
  const hints = [...words, ...LOCAL_WORDS]
  const guesses = Math.min(
    ...[...new Set(forms)].map((form) => (form ? estimate().check(form, hints).guesses : Number.POSITIVE_INFINITY)),
  )
  return guesses < LEAST_GUESSES ? 'common' : null
}
