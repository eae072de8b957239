import { describe, expect, it } from 'vitest'
import { passwordLimits } from './password-limits'
import { checkPassword } from './password-rule'
import { canonicalPassword, visibleLength } from './password-text'

const known = [
  'نورة الأحمدي',
  'Noura Al-Ahmadi',
  'noura.ahmadi@mothers.example',
  'جمعية الأم المبدعة',
  'The Creative Mom Association',
]

describe('the rule for passwords', () => {
  it.each([
    'four words to remember',
    'قهوة الصباح قبل الدوام',
    'jRt7-pLw2-xQm9',
    'مفتاح!القمر#والبحر',
    'the-administrator-of-tests',
    'another-long-password',
    'my own long password',
  ])('takes %j', (password) => {
    expect(checkPassword(password, known)).toBeNull()
  })

  it.each([
    ['too few characters', 'jRt7-pLw2-x', 'tooShort'],
    ['spaces are no characters', ' '.repeat(12), 'tooShort'],
    ['spaces between do not count', 'a b c d e f g', 'tooShort'],
    ['marks that nobody sees do not count', `short${'\u200b'.repeat(12)}`, 'tooShort'],
    ['fillers that look like a space do not count', '\u2800'.repeat(12), 'tooShort'],
    ['vowel signs on one letter do not count', `ب${'\u064e'.repeat(14)}`, 'tooShort'],
    ['too many characters', 'jRt7-pLw2-xQm9'.repeat(10), 'tooLong'],
    ['digits in a row', '123456789012', 'common'],
    ['digits in a row on an Arabic keyboard', '١٢٣٤٥٦٧٨٩٠١٢', 'common'],
    ['digits in a row, spaced', '1 2 3 4 5 6 7 8 9 0 1 2', 'common'],
    ['wide digits in a row', '１２３４５６７８９０１２', 'common'],
    ['one character many times', 'aaaaaaaaaaaaaaaa', 'common'],
    ['a word twice', 'passwordpassword', 'common'],
    ['a common password with a year', 'Password2026!', 'common'],
    ['l33t of a common password', 'P@$$w0rd1234', 'common'],
    ['a row of keys', 'qwertyuiop12', 'common'],
    ['a row of Arabic keys', 'ضصثقفغعهخحجد', 'common'],
    ['letters in their order', 'ابتثجحخدذرزس', 'common'],
    ['a mobile number in a row', '0501234567890', 'common'],
    ['a city and digits', 'Riyadh123456', 'common'],
    ['the words for password', 'كلمةالمرور1234', 'common'],
    ['the address', 'noura.ahmadi@mothers.example', 'personal'],
    ['the part of the address before @, and a digit', 'noura.ahmadi1', 'personal'],
    ['the name', 'نورة الأحمدي ٢٦', 'personal'],
    ['the name without its hamza, and a year', 'نوره الاحمدي 2026', 'personal'],
    ['the name written together', 'NouraAlAhmadi', 'personal'],
    ["the association's name", 'جمعية الأم المبدعة', 'personal'],
    ["the association's name in English", 'TheCreativeMomAssociation1', 'personal'],
  ] as const)('refuses %s', (_, password, error) => {
    expect(checkPassword(password, known)).toBe(error)
  })

  it('counts what a person sees as one character once', () => {
    expect(visibleLength('e\u0301'.repeat(5))).toBe(5)
    expect(visibleLength('👩‍👩‍👧')).toBe(1)
    expect(visibleLength('أ')).toBe(1)
  })

  it('takes the same password for the same however a keyboard or a paste spells it', () => {
    expect(canonicalPassword('cafe\u0301 au lait')).toBe(canonicalPassword('caf\u00e9 au lait'))
    expect(canonicalPassword('\u200ffour words\u00a0to remember\u200b\n')).toBe('four words to remember')
  })

  it('answers about the longest in no time that anybody could use against the site', () => {
    for (const piece of ['a', 'ab', 'password', '1/', '٣', 'l33t4@$', 'qwertyuiop']) {
      const began = performance.now()
      checkPassword(piece.repeat(passwordLimits.most).slice(0, passwordLimits.most), known)
      checkPassword(piece.repeat(100_000), known)
      expect(performance.now() - began).toBeLessThan(1000)
    }
  })
})
