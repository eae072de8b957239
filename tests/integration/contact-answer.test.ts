import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactAnswer } from '@/app/(site)/[locale]/search/contact-answer'
import { searchSite } from '@/app/(site)/[locale]/search/site-search'
import type { Locale } from '@/i18n/routing'
import type { Association } from '@/payload-types'
import { bumpRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await runSeeds(payload)
  await bumpRevision(payload)
}, 120_000)
afterAll(() => stop())

const told = async (question: string, locale: Locale = 'ar') => {
  const answer = await contactAnswer(locale, question)
  return (
    answer && {
      known: answer.known.map(({ fact, entries }) => [fact, ...entries.map(({ text }) => text)]),
      unknown: answer.unknown,
    }
  )
}
const firstFor = async (text: string, locale: Locale = 'ar') =>
  (await searchSite(locale, { text, isCut: false, page: 1 })).hits[0]?.document.path

/** What the association says of itself, in Arabic. */
const say = (data: Partial<Association>) =>
  payload.updateGlobal({ slug: 'association', locale: 'ar', data, ...asSystem('test-setup') })

describe('before the association has said anything', () => {
  beforeAll(() =>
    say({
      phone: null,
      email: null,
      address: null,
      channels: { interview: { hours: null }, telephone: { details: null, hours: null } },
      socialAccounts: [],
    }),
  )

  it('invents nothing, and says what is not known', async () => {
    expect(await told('رقم الهاتف')).toEqual({ known: [], unknown: ['telephone'] })
    expect(await told('opening hours and address', 'en')).toEqual({ known: [], unknown: ['hours', 'address'] })
    expect(await told('التواصل معكم')).toBeNull()
    expect(await told('شكوى')).toBeNull()
  })

  it('leads to the contact page, and for social media to the clause that names it', async () => {
    expect(await firstFor('متى تفتحون')).toBe('/contact')
    expect(await firstFor('phone number', 'en')).toBe('/contact')
    expect(await firstFor('وسائل التواصل الاجتماعي')).toBe('/policies/beneficiary-relations#channel-3')
  })
})

describe('once it has', () => {
  beforeAll(() =>
    say({
      phone: '011 234 5678',
      email: 'info@example.org',
      address: 'الرياض، حي الملقا',
      channels: {
        interview: { hours: 'الأحد إلى الخميس، 9 صباحًا إلى 2 ظهرًا' },
        telephone: { details: '920012345', hours: 'من 8 إلى 4' },
      },
      socialAccounts: [{ label: 'واتساب الجمعية', url: 'https://wa.me/966112345678' }],
    }),
  )

  it('tells it, and nothing else', async () => {
    expect(await told('وش رقمكم')).toEqual({ known: [['telephone', '011 234 5678', '920012345']], unknown: [] })
    expect(await told('متى دوامكم')).toEqual({
      known: [['hours', 'الأحد إلى الخميس، 9 صباحًا إلى 2 ظهرًا', 'من 8 إلى 4']],
      unknown: [],
    })
    expect(await told('وين مكانكم')).toEqual({ known: [['address', 'الرياض، حي الملقا']], unknown: [] })
    expect(await told('واتساب')).toEqual({ known: [['social', 'واتساب الجمعية']], unknown: [] })
    const all = await told('تواصل معنا')
    expect(all?.known.map(([fact]) => fact)).toEqual(['telephone', 'hours', 'address', 'email', 'social'])
    expect(await firstFor('واتساب')).toBe('/contact')
  })

  it('is found by its own words, too', async () => {
    expect(await firstFor('حي الملقا')).toBe('/contact')
    expect(await firstFor('920012345')).toBe('/contact')
  })

  it('says what is not told in this language', async () => {
    expect(await told('where are you', 'en')).toEqual({ known: [], unknown: ['address'] })
  })
})
