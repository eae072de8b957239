import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readAddress } from '@/delivery/address'
import { inquirySchema } from '@/features/inquiries/schema'
import { anchorErrors, textErrors } from '@/features/policies/domain/clauses'
import { namedInHeading, readQuestion } from '@/features/search/domain/question'
import { askedContactFacts } from '@/features/search/server/contact-question'
import { publicFileType } from '@/features/site/cms/public-file'
import { isLinkTarget } from '@/features/site/domain/rich-text'
import { isAsked } from '@/payload/list-views'
import { readableWhere } from '@/payload/typed-fields'
import { westernDigits } from '@/platform/arabic'
import { readableEmail, readEmail } from '@/platform/email-address'
import { contentDisposition, fileName } from '@/platform/file-name'
import { foldedGlob, foldedPattern } from '@/platform/folded-search'
import { foldedWhere } from '@/platform/folded-where'
import type { SearchDocument } from '@/platform/search/indexed-documents'
import { buildSearchIndex, type SearchIndex } from '@/platform/search/search-index'
import { readSynonymLine } from '@/platform/search/synonym-line'
import { csv } from '@/platform/spreadsheet'
import { readTelephone } from '@/platform/telephone'
import { telephoneHref } from '@/platform/telephone-href'
import { parseDay, reconcileDay } from '@/platform/typed-day'
import {
  cleanLine,
  cleanPart,
  cleanText,
  cleanValue,
  hasVisibleText,
  typedLine,
  typedText,
} from '@/platform/typed-text'
import { readIcs } from '@/shared/calendar/read-ics'
import { readTimeOfDay } from '@/shared/calendar/time-of-day'
import { parseCursor } from '@/shared/casework/domain/cursor'
import { parseReference } from '@/shared/casework/domain/reference'
import { parseTrackingCode } from '@/shared/casework/domain/tracking-code'
import { limits, replySchema } from '@/shared/casework/schema'
import { findCondition } from '@/shared/casework/server/desk/case-queries'
import { readTarget } from '@/shared/casework/server/desk/refer'
import { emailIndexOf } from '@/shared/casework/server/personal-fields'
import { readAnswers } from '@/shared/forms/domain/answers'

/**
 * Nothing that somebody types can hold the process up: each parser reads 100 KB of the worst in less
 * than the time between two keystrokes. A pattern that tries a text again from each of its places
 * takes minutes for it.
 */

const LENGTH = 100_000
const LONGEST_MS = 20
/** The quickest of them counts: what a busy machine adds does not count against a parser. */
const TRIES = 15

const contact = { phone: readTelephone, email: readEmail }
const inquiry = inquirySchema(contact)
const form = (text: string) => ({
  kind: text,
  service: text,
  subject: text,
  message: text,
  isAnonymous: false,
  name: text,
  phone: text,
  keptPhone: text,
  email: text,
  replyChannel: text,
  replyLocale: text,
  consent: true,
})
const question = { key: 'q', text: '', help: null, isRequired: false, clause: null, dimension: null }
let index: SearchIndex<SearchDocument>

beforeAll(async () => {
  const text = { heading: 'مقابلة الموظف', text: 'حق المستفيد أن يقابل الموظف المسؤول.', context: '', keywords: '' }
  index = await buildSearchIndex([{ weight: 1, texts: { ar: text } }], [['مقابلة', 'appointment']])
})

const parsers: Record<string, (text: string) => unknown> = {
  cleanText,
  cleanLine,
  cleanPart,
  cleanValue,
  hasVisibleText,
  typedText: (text) => typedText(text, limits.answer * 2),
  typedLine: (text) => typedLine(text, limits.answer * 2),
  westernDigits,
  'a Hijri day': (text) => parseDay(text, 'hijri'),
  'a Gregorian day': (text) => parseDay(text, 'gregorian'),
  'the day of a board': (text) => reconcileDay({ hijri: text, gregorian: text, weekday: text }),
  telephone: readTelephone,
  'telephone link': telephoneHref,
  'e-mail': readEmail,
  'e-mail, shown': readableEmail,
  'e-mail index': emailIndexOf,
  reference: (text) => parseReference(cleanValue(text)),
  'reference as it came': parseReference,
  'tracking code': parseTrackingCode,
  'search of the inbox': findCondition,
  'place in the inbox': (text) => parseCursor(text, 2),
  'target of a referral': readTarget,
  'time of day': readTimeOfDay,
  'file of holidays': (text) => readIcs(text, 0),
  'question of the site': (text) => readQuestion({ q: text, page: text }),
  'question in a heading': namedInHeading,
  'search of the site': (text) =>
    index.search(readQuestion({ q: text }).text, { language: 'ar', limit: 20, offset: 0 }),
  'question how to reach the association': (text) => askedContactFacts(readQuestion({ q: text }).text),
  'line of synonyms': readSynonymLine,
  'filter of a list': (text) => readableWhere({ or: [{ title: { like: text, contains: text, equals: text } }] }),
  'filter of a list on MongoDB': (text) =>
    foldedWhere(readableWhere({ title: { like: text, not_like: text } }) as never, () => true),
  'saved view': (text) =>
    isAsked({ title: { equals: 'x' } }, { 'where[title][equals]': text, [`where[${text}]`]: text }),
  'pattern for SQLite': foldedGlob,
  'pattern for MongoDB': foldedPattern,
  'form of an inquiry': (text) => inquiry.safeParse(form(text)),
  reply: (text) => replySchema.safeParse({ text }),
  'answers of an evaluation': (text) =>
    readAnswers([{ ...question, kind: 'long-text' } as never], { q: [text.slice(0, 6000)], [text]: [text] }),
  'anchor of a clause': (text) => anchorErrors([{ anchor: text, clauses: [{ anchor: text }] }] as never),
  'text of a clause': (text) => textErrors([{ clauses: [{ text }] }]),
  'name of a file': (text) => contentDisposition('attachment', fileName(text, 'application/pdf')),
  'cell of a spreadsheet': (text) => csv([[text]]),
  'address of a link': isLinkTarget,
  'address of a page': (text) => readAddress(`/ar/${text}`, () => false),
  'query of a page': (text) => readAddress(`/ar/search?q=${text}`, () => false),
}

const filled = (part: string): string => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH)

const nasty: Record<string, string> = {
  'one digit, blanks, a letter': `1${' '.repeat(LENGTH - 2)}x`,
  blanks: filled(' '),
  'blanks of many kinds': filled(' \u00a0\u3000\t'),
  'line breaks': `=${filled('\n')}x`,
  digits: filled('1'),
  'Arabic digits': filled('١'),
  'digits and blanks': filled('1 '),
  'digits and slashes': filled('1/'),
  slashes: filled('/'),
  'a number and blanks, over and over': filled(`0501234567${' '.repeat(50)}`),
  plus: filled('+1'),
  dots: filled('.'),
  'letters and dots': filled('a.'),
  'letters and hyphens': filled('a-'),
  'at signs': filled('@'),
  'an address without an end': `a@${filled('a.')}`,
  'names in angles': filled('<a@'),
  brackets: filled('('),
  quotes: filled('"'),
  'formula signs after blanks': filled(' ;='),
  semicolons: filled(';'),
  'tildes and letters': filled('~a'),
  letters: filled('a'),
  'Arabic letters': filled('ن'),
  words: filled('من '),
  'letters with tashkeel': filled('بَّ'),
  'marks in the wrong order': `a${filled('\u0316\u0301')}`,
  'marks without a letter': filled('\u0301'),
  joiners: filled('ب\u200c'),
  'direction marks': filled('\u200f'),
  'letters and direction marks': filled('\u200fa'),
  'pictures that are joined': filled('👩\u200d'),
  'variation selectors': `😀${filled('\ufe0f')}`,
  tags: `🏴${filled('\u{e0067}')}`,
  'halves of characters': filled('\ud83d'),
  controls: filled('\u0000'),
  'signs for sentences': filled('ﷺ'),
  'letters of an old font': filled('ﻻ'),
  'escapes of an address': filled('%D9%86'),
  'broken escapes': filled('%'),
  backslashes: filled('\\'),
}

/** Milliseconds of the quickest reading, of the processor where that is less; it stops at the first that is quick enough. */
function quickest(parse: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let tried = 0; tried < TRIES && best >= LONGEST_MS; tried += 1) {
    const processor = process.cpuUsage()
    const started = performance.now()
    parse(text)
    const { user, system } = process.cpuUsage(processor)
    best = Math.min(best, performance.now() - started, (user + system) / 1000)
  }
  return best
}

describe('100 KB of the worst are read in less than 20 ms', () => {
  it.each(Object.entries(parsers))('by %s', (_, parse) => {
    const slow = Object.entries(nasty).flatMap(([name, text]) => {
      const ms = quickest(parse, text)
      return ms < LONGEST_MS ? [] : [`${name}: ${Math.round(ms)} ms`]
    })
    expect(slow).toEqual([])
  })

  it('whatever they are made of', { timeout: 60_000 }, () => {
    const signs = '1٢ a.نَّ@/-+\n\u200f\u0301\u0316()<;="\\%,،~_:'
    const part = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 4 }).map((found) => found.join(''))
    fc.assert(
      fc.property(part, part, part, (start, middle, end) => {
        const text = `${start}${filled(middle)}${end}`
        for (const [name, parse] of Object.entries(parsers)) {
          expect(quickest(parse, text), name).toBeLessThan(LONGEST_MS)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('by the check of an uploaded text', async () => {
    for (const text of Object.values(nasty)) {
      const started = performance.now()
      await publicFileType(Buffer.from(text), `${text.slice(0, 200)}.txt`)
      expect(performance.now() - started).toBeLessThan(500)
    }
  })
})
