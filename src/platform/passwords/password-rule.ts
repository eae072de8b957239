import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { normaliseArabic, westernDigits } from '@/platform/arabic'
import { passwordLimits } from './password-limits'
import { canonicalPassword, visibleLength } from './password-text'

export type PasswordError = 'tooShort' | 'tooLong' | 'personal' | 'common'

/**
 * Within the limits of src/features/staff/server/attempts.ts an attacker has about half a million attempts a year;
 * with this many guesses needed the chance is below 1 in 2,000.
 */
const LEAST_GUESSES = 1e9

/** Local words, which the library's list lacks. */
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

/** The keys that were pressed, so that a row of an Arabic keyboard is recognised. */
const asLatinKeys = (text: string): string =>
  [...text].map((letter) => latinKeys[arabicKeys.indexOf(letter)] ?? letter).join('')

/** Joins single characters such as `1 2 3 4`; spaces between real words add strength and stay. */
const joined = (text: string): string =>
  text.split(/\s+/).every((word) => word.length <= 2) ? text.replace(/\s+/g, '') : text

/** Names and addresses of the person and the association, word by word and joined. */
function personalWords(known: readonly string[]): string[] {
  const words = known.flatMap((text) => {
    const parts = normaliseArabic(text).split(' ')
    return [...parts, parts.join('')]
  })
  return [...new Set(words.filter((word) => word.length >= 3))].sort((one, other) => other.length - one.length)
}

/**
 * The one rule for passwords, however they are set.
 * @param known name, address and whatever else belongs to the person or the association
 */
export function checkPassword(password: string, known: readonly string[]): PasswordError | null {
  // Checked first, before processing a long text; a visible character may be several code units.
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
