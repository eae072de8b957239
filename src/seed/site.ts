import { isDeepStrictEqual } from 'node:util'
import type { Payload } from 'payload'
import { type ContentPage, contentPages } from '@/features/site/domain/pages'
import { logger } from '@/platform/logger'
import { pageTexts } from './page-texts'
import { type Seeding, seedWhole } from './seeding'

/** The association's names, as its policy prints them. Everything else it has yet to say itself. */
const names = {
  ar: { name: 'جمعية الأم المبدعة', shortName: 'الأم المبدعة' },
  en: { name: 'The Creative Mom Association', shortName: 'Creative Mom' },
} as const

/** What `site` has always seeded: databases that had it are not asked about these again. */
const firstPages: readonly ContentPage[] = ['about', 'privacy', 'accessibility']

/** The first text of one page, in both languages; what is published already stays. */
export const pageSeed = (slug: ContentPage) => ({
  name: `page-${slug}`,
  run: (payload: Payload) => seedWhole(payload, (seeding) => seedPage(seeding, slug)),
})

/** Pages added since, each a seed of its own, so that older databases get its text too. */
export const seedsOfLaterPages = contentPages.filter((slug) => !firstPages.includes(slug)).map(pageSeed)

/** Names of the association and the texts of its first pages. Leaves alone what is there. */
export const seedSite = (payload: Payload): Promise<void> => seedWhole(payload, seedNamesAndPages)

async function seedNamesAndPages(seeding: Seeding): Promise<void> {
  const { payload, system } = seeding
  for (const locale of ['ar', 'en'] as const) {
    const said = await payload.findGlobal({ slug: 'association', locale, depth: 0, fallbackLocale: false, ...system() })
    if (said.name) continue
    await payload.updateGlobal({ slug: 'association', locale, data: names[locale], ...system() })
  }
  for (const slug of firstPages) await seedPage(seeding, slug)
}

async function seedPage({ payload, system }: Seeding, slug: ContentPage): Promise<void> {
  const { docs } = await payload.find({
    collection: 'pages',
    where: { slug: { equals: slug } },
    draft: true,
    limit: 1,
    depth: 0,
    pagination: false,
    ...system(),
  })
  const found = docs[0]
  if (found?._status === 'published') return
  const { ar, en } = pageTexts[slug]
  // A seeding that was killed between its writes left a draft: complete it.
  const draft =
    found ??
    (await payload.create({ collection: 'pages', locale: 'ar', draft: true, data: { slug, ...ar }, ...system() }))
  await payload.update({
    collection: 'pages',
    id: draft.id,
    locale: 'en',
    data: { ...en, _status: 'published' },
    ...system(),
  })
}

/**
 * Brings today's text of a page to a database that was seeded with an earlier one. A text that staff
 * have changed is theirs: it stays, and they are told to compare it with the new one.
 */
export const renewPage = (payload: Payload, slug: ContentPage): Promise<void> =>
  seedWhole(payload, (seeding) => renewTexts(seeding, slug))

async function renewTexts({ payload, system }: Seeding, slug: ContentPage): Promise<void> {
  const { docs } = await payload.find({
    collection: 'pages',
    where: { slug: { equals: slug } },
    locale: 'ar',
    draft: true,
    limit: 1,
    depth: 0,
    pagination: false,
    ...system(),
  })
  const page = docs[0]
  const { ar, en } = pageTexts[slug]
  if (!page || (page.lead === ar.lead && isDeepStrictEqual(page.body, ar.body))) return
  if (page.updatedBy) {
    logger.warn(
      { page: slug },
      'the page was changed in the panel and stays as it is: compare it with src/seed/page-texts.ts',
    )
    return
  }
  const write = (locale: 'ar' | 'en', data: typeof ar, status: 'draft' | 'published') =>
    payload.update({
      collection: 'pages',
      id: page.id,
      locale,
      draft: status === 'draft',
      data: { ...data, _status: status },
      ...system(),
    })
  // Both languages appear at once; a seeding that was killed in between does it again.
  await write('en', en, 'draft')
  await write('ar', ar, 'published')
}
