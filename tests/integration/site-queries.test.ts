import { createTranslator } from 'next-intl'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listMissingFacts } from '@/features/site/panel/list-missing-facts'
import { getAssociation, getNavigation, getPage } from '@/features/site/server/queries'
import { type Messages, messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'
import * as cms from '@/payload/get-cms'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import { processState } from '@/platform/process-state'
import { asSystem } from '@/platform/system-payload'
import { seedSite } from '@/seed/site'
import { startPayload } from '../setup/payload'

// Outside Next there is no request to take the language from; the words are the real ones.
vi.mock('next-intl/server', () => ({
  getTranslations: async ({ locale, namespace }: { locale: Locale; namespace: keyof Messages }) =>
    createTranslator({ locale, messages: messagesFor(locale), namespace }),
}))

let payload: Payload
let stop: () => Promise<void>
let withoutAny: {
  association: Awaited<ReturnType<typeof getAssociation>>
  navigation: Awaited<ReturnType<typeof getNavigation>>
}

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  // What the first page of a process shows that has never reached its database.
  const away = takeDatabaseAway()
  const [association, navigation] = await Promise.all([getAssociation('ar'), getNavigation('ar')])
  withoutAny = { association, navigation }
  away.mockRestore()
  await seedSite(payload)
})
afterAll(() => stop())

const takeDatabaseAway = () =>
  vi.spyOn(cms, 'getCms').mockRejectedValue(new DatabaseUnavailableError('The database is away.'))

describe('what every page shows around itself', () => {
  const sayInEnglish = () =>
    payload.updateGlobal({
      slug: 'association',
      locale: 'en',
      data: { phone: '+966 11 000 0000', description: '  ', channels: { letter: { details: 'P.O. Box 1' } } },
      ...asSystem('test-setup'),
    })

  it('is made of the defaults while the database is away and nothing was read before', () => {
    const { association, navigation } = withoutAny
    expect(association).toMatchObject({ name: 'جمعية الأم المبدعة', phone: null, socialAccounts: [] })
    expect(navigation.header.map(({ href }) => href)).toEqual([
      '/ar/services',
      '/ar/policies',
      '/ar/contact',
      '/ar/track',
      '/ar/about',
      '/ar/search',
    ])
  })

  it('is what the association said, and the last of it while the database is away', async () => {
    await sayInEnglish()
    const said = await getAssociation('en')
    expect(said).toMatchObject({ name: 'The Creative Mom Association', phone: '+966 11 000 0000', description: null })
    expect(said.channels).toContainEqual({ channel: 'letter', details: 'P.O. Box 1', hours: null })
    takeDatabaseAway()
    expect(await getAssociation('en')).toEqual(said)
  })

  it('tells the edition when a query itself fails, so that the page is not kept', async () => {
    vi.spyOn(payload, 'findGlobal').mockRejectedValue(new Error('disk I/O error'))
    vi.spyOn(cms, 'getCms').mockResolvedValue(payload)
    const before = processState().databaseFailures
    await getNavigation('en')
    expect(processState().databaseFailures).toBe(before + 1)
  })

  it('follows the menus an editor made, and leaves out a link that has no name in the language', async () => {
    const { header } = await payload.updateGlobal({
      slug: 'navigation',
      locale: 'ar',
      data: {
        header: [
          { page: 'policies', label: 'سياساتنا' },
          { page: 'custom', label: 'منصة', url: 'https://example.org/' },
        ],
      },
      ...asSystem('test-setup'),
    })
    expect(header).toHaveLength(2)
    const arabic = await getNavigation('ar')
    expect(arabic.header.map(({ label, href }) => [label, href])).toEqual([
      ['سياساتنا', '/ar/policies'],
      ['منصة', 'https://example.org/'],
    ])
    const english = await getNavigation('en')
    expect(english.header.map(({ label }) => label)).toEqual(['Policies'])
    expect(english.footSite.map(({ path }) => path)).toEqual(['/privacy', '/accessibility', '/sitemap'])
  })

  it('lists what is still missing', async () => {
    await sayInEnglish()
    const user = await payload.create({
      collection: 'users',
      data: { name: 'هند', email: 'editor@example.test', password: 'four words to remember', roles: ['editor'] },
      ...asSystem('test-setup'),
    })
    const missing = await listMissingFacts(payload, user, 'en')
    expect(missing).not.toContain('Telephone')
    expect(missing).toContain('Channel: official letters (in Arabic)')
  })
})

describe('a page', () => {
  it('is read in its language once published, and is not there while it is a draft', async () => {
    expect(await getPage('privacy', 'en')).toMatchObject({ title: 'Privacy' })
    const { docs } = await payload.find({
      collection: 'pages',
      where: { slug: { equals: 'privacy' } },
      limit: 1,
      ...asSystem('test-setup'),
    })
    await payload.update({
      collection: 'pages',
      id: docs[0]?.id ?? '',
      locale: 'ar',
      data: { _status: 'draft' },
      ...asSystem('test-setup'),
    })
    expect(await getPage('privacy', 'en')).toBeNull()
  })

  it('fails when the database is away, so that the edition serves its last copy', async () => {
    takeDatabaseAway()
    await expect(getPage('about', 'ar')).rejects.toBeInstanceOf(DatabaseUnavailableError)
  })
})
