/**
 * Roots of Arabic words without a dictionary, after the patterns of K. Taghva, R. Elkhoury and J. Coombs, "Arabic
 * Stemming Without a Root Dictionary" (ITCC 2005), the ISRI stemmer. Reimplemented: a table of patterns in which
 * digits stand for the letters of the root, several candidates instead of one, and weak letters as one sign, so that
 * شكوى and أشتكي meet.
 */

/** By word length, the likelier patterns first. A first ا, ي or ن is a verb's person only where nothing else fits. */
const patterns: readonly string[] = [
  // تسجيل، توقيع
  'ت12ي3',
  // استقبال، انطباع، اقتراح، تطبيقات
  'است12ا3',
  'ان12ا3',
  'ا1ت2ا3',
  // مستفيد، متطوع، مقترح، منفصل
  'مست123',
  'مت1ا23',
  'مت123',
  'م1ت23',
  'من123',
  // مفهوم، مقدار، مسكين، مقابل
  'م12و3',
  'م12ا3',
  'م12ي3',
  'م1ا23',
  'م1ا2ي3',
  // تعاون، تجاوب، تصاميم
  'ت1ا23',
  'ت1ا2ي3',
  'ا1ا2ي3',
  // أهداف
  'ا12ا3',
  'ا12اي3',
  // اتصل، اتصال، متصل: the first letter of the root was و
  'ات2ا3',
  // استقبل، يستقبل، اشتكى، يشتكي، انقطع، أتطوع
  'است123',
  'يست123',
  'تست123',
  'نست123',
  'ا1ت23',
  'ي1ت23',
  'ت1ت23',
  'ن1ت23',
  'ان123',
  'ين123',
  'ات123',
  'يت123',
  'تت123',
  'نت123',
  'ا1ا23',
  'ي1ا23',
  'ن1ا23',
  // طلبات تجمع من داخلها: قوانين، خطابات
  '1وا23',
  '12اي3',
  '1ا2و3',
  '1وا2ي3',
  '123ان',
  // تطوع، تظلم
  'ت123',
  'م123',
  '1ا23',
  '12ا3',
  '12و3',
  '12ي3',
  'ا123',
  'ي123',
  'ن123',
  'ات23',
  'مت23',
  'يت23',
]

interface Pattern {
  letters: readonly (readonly [place: number, letter: string])[]
  root: readonly number[]
  /** Whether the root's first letter is the و that the pattern swallowed. */
  isAssimilated: boolean
  /** Whether a ي in the middle is the root's own: in نجيب and مفيد it may be a و. */
  isMiddleSure: boolean
}

const sureInTheMiddle = new Set(['ت12ي3', '123ان', '12ا3', '12و3', 'ا12ا3', 'است12ا3'])

const byLength = new Map<number, Pattern[]>()
for (const pattern of patterns) {
  const marks = Array.from(pattern)
  const made: Pattern = {
    letters: marks.flatMap((mark, place) => (/\d/.test(mark) ? [] : [[place, mark] as const])),
    root: ['1', '2', '3'].map((digit) => marks.indexOf(digit)).filter((place) => place >= 0),
    isAssimilated: !pattern.includes('1'),
    isMiddleSure: sureInTheMiddle.has(pattern),
  }
  byLength.set(marks.length, [...(byLength.get(marks.length) ?? []), made])
}

/** One sign for the weak letters, which replace one another at the end of a root: شكوى and أشتكي. */
const WEAK = 'و'

function withWeakLetters(root: string, isMiddleSure: boolean): string[] {
  const [first = '', middle = '', last = ''] = root
  const end = last.replace(/[اويء]/, WEAK)
  if (middle === 'ا' || middle === 'ء' || (middle === 'ي' && !isMiddleSure)) {
    return [`${first}و${end}`, `${first}ي${end}`]
  }
  return [`${first}${middle}${end}`]
}

/** Endings of nouns and verbs, longest first; what is left must have three letters. */
const endings =
  'تموها تموه توها كموها ونها ونهم ونكم ونني تمون هما كما تما تهم تها تكم تنا ونه وها وهم وكم ونا وني ناكم ناها يات تين تان ات ون ين ان هم هن ها كم كن نا ني وا تم تن تو ته تك تي يه وه ه ي ك ت ا و ن'.split(
    ' ',
  )

const SHORTEST = 3
const MAX_STEMS = 5
/** More candidates than a word has sensible roots. */
const MAX_ROOTS = 4

/** Endings that are hardly ever letters of the word itself. */
const isSureEnding = (ending: string): boolean => ending.length > 1 || ending === 'ه'

function stemsOf(word: string): string[] {
  const found = endings.filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST)
  const without = (ending: string) => word.slice(0, -ending.length)
  const sure = found.filter(isSureEnding).map(without)
  return [...sure, word, ...found.filter((ending) => !isSureEnding(ending)).map(without)].slice(0, MAX_STEMS)
}

const alefs = (sounds: string): number => (sounds.startsWith('ا') ? 2 : sounds.includes('ا') ? 1 : 0)

function matched(stem: string): string[] {
  if (stem.length === 2) return [`${stem}${stem[1]}`]
  // «يرد» may be of ردد as well.
  const doubled = /^[ينتا](.)(.)$/.exec(stem)
  if (stem.length === 3) {
    return [...withWeakLetters(stem, true), ...(doubled ? [`${doubled[1]}${doubled[2]}${doubled[2]}`] : [])]
  }
  const found = (byLength.get(stem.length) ?? []).flatMap(({ letters, root, isAssimilated, isMiddleSure }) => {
    if (letters.some(([place, letter]) => stem[place] !== letter)) return []
    const sounds = root.map((place) => stem[place] ?? '').join('')
    // ميعاد is of وعد, اتصال of وصل.
    const whole = isAssimilated ? `و${sounds}` : stem.startsWith('مي') ? sounds.replace(/^ي/, 'و') : sounds
    return [{ sounds: whole, isMiddleSure }]
  })
  // An alef is nearly always the pattern's: متابعة is of تبع.
  return found
    .toSorted((a, b) => alefs(a.sounds) - alefs(b.sounds))
    .flatMap(({ sounds, isMiddleSure }) => withWeakLetters(sounds, isMiddleSure))
}

/**
 * The roots that a word may be of, likeliest first.
 * @param heads the word as `normaliseArabic` writes it, and without what may be joined before it
 */
export function rootsOf(heads: readonly string[]): string[] {
  const roots = new Set<string>()
  for (const head of heads) {
    for (const stem of stemsOf(head)) {
      for (const root of matched(stem)) roots.add(root)
    }
  }
  return [...roots].filter((root) => root !== WEAK.repeat(3)).slice(0, MAX_ROOTS)
}
