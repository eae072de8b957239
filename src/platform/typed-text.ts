/**
 * One reading of typed text for every entry: forms, search boxes, sign-in, the panel, REST and seeds.
 *
 * What nobody typed on purpose and nobody sees is taken out, so that two texts that look alike are
 * alike, and a text without anything to see is empty. What shapes words stays: joiners inside Arabic
 * and inside emoji, direction marks within a text. Each pattern reads a text once, whatever it holds.
 */

/** Letters whose shape a joiner beside them decides: Arabic, Syriac, N'Ko, scripts of India. */
const joining =
  '[\\u0620-\\u064a\\u066e-\\u066f\\u0671-\\u06d3\\u06d5\\u06ee-\\u06ef\\u06fa-\\u06ff\\u0710-\\u077f\\u07ca-\\u07f5\\u08a0-\\u08c9\\u0904-\\u0939\\u0958-\\u0961\\u0970-\\u109f\\u1780-\\u17d3]'
const picture = '\\p{Extended_Pictographic}'
/** What the joiner of an emoji stands behind: a picture, its colour, its way of being drawn, a flag's end. */
const joinedPicture = `[${picture}\\p{Emoji_Modifier}\\ufe0f\\u{e007f}]`

const halfCharacters = /\p{Cs}/gu
const lineEnds = /\r\n?|[\v\f\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
/** Of what has no look of its own: all but joiners, direction marks, variation selectors and tags. */
const unseen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for by itself
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc](?<![\u061c\u200c-\u200f\ufe00-\ufe0f\u{e0000}-\u{e01ef}])/gu
const allUnseen = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffc\p{Noncharacter_Code_Point}]/gu
/** The tags of a flag, such as Scotland's, and any others, which carry hidden text. */
const tags = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0000}-\u{e00ff}]/gu
// In these patterns the sign itself comes first: then only where one stands is looked behind.
const strayVariations = /[\ufe0e\ufe0f](?<!\p{Emoji}.)|[\ufe00-\ufe0d\u{e0100}-\u{e01ef}](?<![\p{Script=Han}\p{Sm}].)/gu
const repeatedJoiners = /([\u200c\u200d])[\u200c\u200d]+/g
const strayJoiners = new RegExp(
  `[\\u200c\\u200d](?<!${joining}\\p{M}{0,8}.)(?!${joining})(?:(?<!${joinedPicture}\\u200d)|(?!${picture}))`,
  'gu',
)
const repeatedMarks = /([\u061c\u200e\u200f])[\u061c\u200e\u200f]+/g
/** A mark says nothing within a word, and nothing beside a letter that runs its way already. */
const rightToLeft = '[\\u05d0-\\u05ea\\u0620-\\u065f\\u066e-\\u06d5\\u06fa-\\u06ff\\u0700-\\u08ff]'
const leftToRight = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]'
const idleMarks = new RegExp(
  [
    '[\\u061c\\u200e\\u200f](?<=\\p{L}.)(?=\\p{L})',
    // Whatever the order of the marks between them is: normalising changes it.
    `[\\u061c\\u200f](?:(?<=${rightToLeft}\\p{M}{0,8}.)|(?=\\p{M}{0,8}${rightToLeft}))`,
    `\\u200e(?:(?<=${leftToRight}\\p{M}{0,8}.)|(?=\\p{M}{0,8}${leftToRight}))`,
  ].join('|'),
  'gu',
)
/** No writing system stacks more; to normalise thousands of them takes minutes. */
const stackedMarks = /(\p{M}{8})\p{M}+/gu
/** Letters as an old printer's font had them, which PDF files copy. Signs for whole phrases, such as ﷺ, stay. */
const printedLetters = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]+/g
const wideSpaces = /[\u1680\u2000-\u200a\u205f\u2800\u3000]/g
const spaces = /[\s\u2800]+/g
const unseenStart = /^[\s\u061c\u200c-\u200f\u2800\p{M}]+/u
const unseenEnd = /[\s\u061c\u200c-\u200f\u2800]/
const visible =
  /[^\s\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\p{Cs}\p{M}\u2800\ufff9-\ufffc\u{13430}-\u{13442}\u{1d159}]/u

/** Whether a text holds anything that can be seen. */
export const hasVisibleText = (text: string): boolean => visible.test(text)

/** From both ends; by hand at the end, where a pattern would try every space of the text. */
function withoutEdges(text: string): string {
  const start = unseenStart.exec(text)?.[0].length ?? 0
  let end = text.length
  while (end > start && unseenEnd.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** A mark of its own is drawn on a blank or on a stroke, which goes. */
const printed = (letters: string): string => letters.normalize('NFKC').replace(/[ \u0640](?=\p{M})/gu, '')

/** Far more than any text needs. */
const MAX_ROUNDS = 10

/** Taking one sign out can leave another one idle, so what changed is cleaned again until nothing does. */
function settled(clean: (text: string) => string, typed: string): string {
  let text = typed
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const cleaned = clean(text)
    if (cleaned === text) break
    text = cleaned
  }
  return text
}

/** A part of a text, whose blanks at both ends belong to it: without what means nothing. Line ends are line feeds. */
export const cleanPart = (typed: string): string => settled(withoutMeaningless, typed)

const withoutMeaningless = (text: string): string =>
  text
    .replace(halfCharacters, '')
    .replace(lineEnds, '\n')
    .replace(controls, '')
    .replace(unseen, '')
    .replace(tags, '$1')
    .replace(printedLetters, printed)
    .replace(strayVariations, '')
    .replace(repeatedJoiners, '$1')
    .replace(strayJoiners, '')
    .replace(repeatedMarks, '$1')
    .replace(idleMarks, '')
    .replace(wideSpaces, ' ')
    .replace(stackedMarks, '$1')
    .normalize('NFC')

const ofSeveralLines = (text: string): string => withoutEdges(withoutMeaningless(text))
const ofOneLine = (text: string): string => ofSeveralLines(text.replace(spaces, ' ')).replace(spaces, ' ')
const ofValue = (text: string): string =>
  withoutEdges(ofOneLine(text).replace(allUnseen, '').normalize('NFKC').replace(spaces, ' '))

const unlessUnseen = (text: string): string => (hasVisibleText(text) ? text : '')

/** A text of several lines as it was meant. Empty where there is nothing to see. */
export const cleanText = (typed: string): string => unlessUnseen(settled(ofSeveralLines, typed))

/** A text of one line, such as a name or a subject: its words stand one space apart. */
export const cleanLine = (typed: string): string => unlessUnseen(settled(ofOneLine, typed))

/** No number, address or question is longer; what is, is cut before anything reads it. */
const LONGEST_VALUE = 1000

/**
 * A value that is looked up rather than read: a number, a reference, an address, a question. Nothing
 * in it is unseen, and wide and round letters are the plain ones.
 */
export const cleanValue = (typed: string): string => unlessUnseen(settled(ofValue, typed.slice(0, LONGEST_VALUE)))

/**
 * A posted text, cleaned.
 * @param longest characters that are read at all, so that an absurd text isn't carried further
 */
export const typedText = (posted: FormDataEntryValue | null, longest: number): string =>
  typeof posted === 'string' ? cleanText(posted.slice(0, longest)) : ''

/** A posted line, cleaned. See {@link typedText}. */
export const typedLine = (posted: FormDataEntryValue | null, longest: number): string =>
  typeof posted === 'string' ? cleanLine(posted.slice(0, longest)) : ''
