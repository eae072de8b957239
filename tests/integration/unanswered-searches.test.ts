import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { searchSite } from '@/app/(site)/[locale]/search/site-search'
import { listUnanswered, makeSynonym } from '@/features/search/server/make-synonym'
import { forgetUnanswered, noteUnanswered, writeUnanswered } from '@/features/search/server/unanswered'
import type { Locale } from '@/i18n/routing'
import type { User } from '@/payload-types'
import { bumpRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { startPayload } from '../setup/payload'
import { signInAll } from '../setup/people'

const test = asSystem('test-setup')
let payload: Payload
let stop: () => Promise<void>
let editor: User
let auditor: User

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await runSeeds(payload)
  await bumpRevision(payload)
  const { users } = await signInAll(payload)
  editor = users.get('editor') ?? expect.fail('There is no editor.')
  auditor = users.get('auditor') ?? expect.fail('There is no auditor.')
}, 120_000)
afterAll(() => stop())

const today = new Date('2026-11-25T20:59:00.000Z')
const inDays = (days: number) => new Date(today.getTime() + days * 86_400_000)

const search = (text: string, locale: Locale = 'ar') => searchSite(locale, { text, isCut: false, page: 1 })
const rows = async () =>
  (await payload.find({ collection: 'unanswered-searches', sort: 'key', limit: 1000, pagination: false, ...test })).docs
const kept = async () => (await rows()).map(({ words, locale, count }) => [words, locale, count])

beforeEach(async () => {
  await writeUnanswered(payload, today)
  await payload.delete({ collection: 'unanswered-searches', where: { id: { exists: true } }, ...test })
})

describe('a question that found nothing', () => {
  it('is written down in words, counted, by day and without anything else', async () => {
    await search('قرقيعان؟')
    await search('القَرقيعان')
    await search('قرقيعان')
    await search('gherkin', 'en')
    // No answer waits for the writing.
    expect(await rows()).toEqual([])
    await writeUnanswered(payload, today)
    await search('قرقيعان')
    await writeUnanswered(payload, inDays(1))
    const [english, ...arabic] = (await rows()).toSorted((a, b) => a.words.length - b.words.length)
    expect(await kept()).toEqual([
      ['القرقيعان', 'ar', 1],
      ['قرقيعان', 'ar', 3],
      ['gherkin', 'en', 1],
    ])
    expect(Object.keys(english ?? {}).sort()).toEqual([
      'count',
      'firstAskedOn',
      'id',
      'key',
      'lastAskedOn',
      'locale',
      'words',
    ])
    const counted = [english, ...arabic].find((row) => row?.count === 3)
    expect([counted?.firstAskedOn, counted?.lastAskedOn]).toEqual([
      '2026-11-25T12:00:00.000Z',
      '2026-11-26T12:00:00.000Z',
    ])
  })

  it('is written down when only a near spelling was found, and not when an answer was', async () => {
    await search('استقبيل')
    for (const answered of ['شكوى', 'كيف أشتكي', 'تظلم', 'رقم الهاتف', 'متى تفتحون', 'شكوى الزعفران', 'complaint']) {
      await search(answered)
    }
    await writeUnanswered(payload, today)
    expect(await kept()).toEqual([['استقبيل', 'ar', 1]])
  })

  it('is one of two hundred of a day at most, however many come', async () => {
    const letters = 'بتثجحخدذرزسشصضطظعغفق'
    const word = (n: number) => `كلمه${letters[n % 20]}${letters[Math.floor(n / 20) % 20]}`
    for (let round = 0; round < 4; round += 1) {
      for (let n = 0; n < 150; n += 1) noteUnanswered(word(round * 100 + n), 'ar')
      await writeUnanswered(payload, today)
    }
    expect(await rows()).toHaveLength(200)
    noteUnanswered(word(0), 'ar')
    noteUnanswered('كلمه جديده', 'ar')
    await writeUnanswered(payload, inDays(1))
    expect(await rows()).toHaveLength(201)
  })

  it('is erased ninety days after it was first asked, however often it was asked since', async () => {
    await search('قرقيعان')
    await writeUnanswered(payload, today)
    await search('قرقيعان')
    await writeUnanswered(payload, inDays(60))
    expect(await forgetUnanswered.run(payload, inDays(89))).toBe(0)
    expect(await forgetUnanswered.run(payload, inDays(90))).toBe(1)
    expect(await rows()).toEqual([])
  })
})

describe('a synonym made of it', () => {
  const ask = async (text: string) => {
    await search(text)
    await writeUnanswered(payload, today)
    const [row] = await rows()
    return row?.id ?? expect.fail('It was not written down.')
  }
  const lineOf = async (word: string) => {
    const { docs } = await payload.find({ collection: 'search-synonyms', limit: 500, pagination: false, ...test })
    return docs.find(({ words }) => words.includes(word)) ?? expect.fail(`No line has ${word}.`)
  }

  it('makes the question found, and takes it off the list', async () => {
    const question = await ask('عضيدات')
    const { id } = await lineOf('تطوع')
    expect(await makeSynonym(payload, editor, { question, line: id })).toEqual({ status: 'ok' })
    expect(await rows()).toEqual([])
    // Where the new index takes long, questions are answered by the older one for a moment.
    const found = async () => (await search('العضيدات')).hits.slice(0, 1).map(({ document }) => document.path)
    await expect.poll(found, { timeout: 15_000 }).toContainEqual(expect.stringMatching(/about|preamble-1/))
    expect((await lineOf('عضيدات')).updatedBy).toMatchObject({ id: editor.id })
  })

  it('suggests the line that a misspelt or related word belongs to', async () => {
    await ask('الانستقرامم')
    const { rows: listed, choices } = await listUnanswered(payload, editor, 1)
    const { id } = await lineOf('انستقرام')
    expect(listed.map(({ suggestion }) => suggestion)).toEqual([id])
    expect(choices.find((choice) => choice.id === id)?.label).toContain('وسائل التواصل')
  })

  it('is a new line where it means something new', async () => {
    const question = await ask('قرقيعان')
    expect(await makeSynonym(payload, editor, { question, line: 'new' })).toEqual({
      status: 'newLine',
      words: 'قرقيعان',
    })
    expect(await rows()).toHaveLength(1)
  })

  it('is refused in words, and the question stays', async () => {
    const question = await ask('قرقيعان')
    const { id, words } = await lineOf('رسوم')
    await payload.update({ collection: 'search-synonyms', id, data: { words: `${words}، قرقيعان` }, ...test })
    expect(await makeSynonym(payload, editor, { question, line: id })).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining('مرتين'),
    })
    expect(await rows()).toHaveLength(1)
    await payload.update({ collection: 'search-synonyms', id, data: { words }, ...test })
    expect(await makeSynonym(payload, editor, { question, line: '65a000000000000000000000' })).toEqual({
      status: 'notFound',
    })
  })

  it('is made by editors alone, though those who audit see the list', async () => {
    const question = await ask('قرقيعان')
    const { id } = await lineOf('رسوم')
    expect((await listUnanswered(payload, auditor, 1)).rows).toHaveLength(1)
    expect(await makeSynonym(payload, auditor, { question, line: id })).toEqual({ status: 'forbidden' })
    expect(await rows()).toHaveLength(1)
  })
})
