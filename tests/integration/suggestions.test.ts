import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suggestAnswers } from '@/app/(site)/[locale]/search/suggest-answers'
import type { Locale } from '@/i18n/routing'
import { bumpRevision } from '@/platform/revision'
import { runSeeds } from '@/seed'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

/** What the contact form offers before it is sent, over the association's own content. */

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await runSeeds(payload)
  await bumpRevision(payload)
}, 90_000)
afterAll(() => stop())

describe('suggestions', () => {
  it.each<[locale: Locale, message: string, path: string]>([
    ['ar', 'السلام عليكم، أريد أن أسجل ابنتي في خدماتكم ولا أعرف شروط التسجيل ولا كيف أقدم الطلب', '/ar/services/'],
    ['ar', 'هل تجيبون عن جميع الاستفسارات التي تصلكم؟ أرسلت استفسارًا ولم يجب أحد', '/ar/policies/'],
    ['en', 'Hello, who is responsible for the information in my request being correct and valid?', '/en/policies/'],
  ])('in %s: %s', async (locale, message, path) => {
    const found = await suggestAnswers(locale, message)
    expect(found.length).toBeLessThanOrEqual(3)
    expect(nonEmpty(found).some(({ href }) => href.startsWith(path))).toBe(true)
    expect(nonEmpty(found).filter(({ title, text }) => !title.trim() || text.length > 400)).toEqual([])
  })

  it.each(['', '   ', 'شكرًا', 'qwertz uiop', '؟!'])('are none for %j', async (message) => {
    expect(await suggestAnswers('ar', message)).toEqual([])
  })

  it('are found by words of the other language, and offered in the form’s own', async () => {
    const found = await suggestAnswers('ar', 'Who is responsible that the information of my request is valid?')
    expect(nonEmpty(found).filter(({ href }) => !href.startsWith('/ar/'))).toEqual([])
  })

  it('never lead back to the form', async () => {
    const found = await suggestAnswers('ar', 'كيف أتواصل معكم؟ أريد رقم الهاتف وطريقة التواصل مع الجمعية')
    expect(found.map(({ href }) => href)).not.toContain('/ar/contact')
  })
})
