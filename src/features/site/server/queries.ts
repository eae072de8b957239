import { type Association, emptyAssociation } from '@/features/site/domain/association'
import {
  type ContentPage,
  defaultMenus,
  type MenuItem,
  type MenuName,
  type Navigation,
  type PageContent,
  type PageKey,
  sitePages,
} from '@/features/site/domain/pages'
import { messagesFor } from '@/i18n/messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import type { Association as StoredAssociation, Navigation as StoredNavigation } from '@/payload-types'
import { cachePerRevision } from '@/platform/cache-per-revision'
import { hasExamples } from '@/platform/examples'
import { staleOnError } from '@/platform/stale-on-error'
import { cleanText } from '@/platform/typed-text'
import { channels, fieldOfChannel } from '@/shared/vocabulary/channels'
import { inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'

/** Reads run with a visitor's rights, so that only what is published is found. */
const asVisitor = { overrideAccess: false, fallbackLocale: false } as const

function defaultAssociation(locale: Locale): Association {
  const { name, shortName } = messagesFor(locale).site
  return emptyAssociation(name, shortName)
}

const said = (text: string | null | undefined): string | null => cleanText(text ?? '') || null

function associationOf(stored: StoredAssociation, unsaid: Association): Association {
  return {
    name: said(stored.name) ?? unsaid.name,
    shortName: said(stored.shortName) ?? unsaid.shortName,
    description: said(stored.description),
    registrationNumber: said(stored.registrationNumber),
    phone: said(stored.phone),
    email: said(stored.email),
    address: said(stored.address),
    channels: channels.map((channel) => ({
      channel,
      details: said(stored.channels?.[fieldOfChannel(channel)]?.details),
      hours: said(stored.channels?.[fieldOfChannel(channel)]?.hours),
    })),
    socialAccounts: (stored.socialAccounts ?? []).map(({ label, url }) => ({ label, url })),
    responseTargets: Object.fromEntries(
      inquiryKinds.map((kind) => [kind, stored.responseTargets?.[kind] ?? null]),
    ) as Association['responseTargets'],
    retentionMonths: stored.retentionMonths ?? null,
  }
}

/** The association's data. Never throws: without a database it returns the last good value. */
export async function getAssociation(locale: Locale): Promise<Association> {
  const key = `association:${locale}`
  const read = async () => {
    const payload = await getCms()
    const stored = await payload.findGlobal({
      slug: 'association',
      locale,
      depth: 0,
      ...asVisitor,
    })
    return associationOf(stored, defaultAssociation(locale))
  }
  return cachePerRevision(key, () => staleOnError(key, read, async () => defaultAssociation(locale)))
}

/** Whether the site shows example data. Never throws: without a database it returns the last good value. */
export async function showsExamples(): Promise<boolean> {
  const key = 'examples'
  const read = async () => hasExamples(await getCms())
  return cachePerRevision(key, () => staleOnError(key, read, async () => false))
}

const menusOf = (menu: (name: MenuName) => MenuItem[]): Navigation => ({
  header: menu('header'),
  footHelp: menu('footHelp'),
  footAssociation: menu('footAssociation'),
  footSite: menu('footSite'),
})

function builtInItem(locale: Locale): (key: PageKey) => MenuItem {
  const { page } = messagesFor(locale).site
  return (key) => ({ key, href: href(locale, sitePages[key].path), label: page[key], path: sitePages[key].path })
}

function defaultNavigation(locale: Locale): Navigation {
  const item = builtInItem(locale)
  return menusOf((name) => defaultMenus[name].map(item))
}

function navigationOf(stored: StoredNavigation, locale: Locale): Navigation {
  const item = builtInItem(locale)
  return menusOf((name) => {
    const rows = stored[name] ?? []
    if (rows.length === 0) return defaultMenus[name].map(item)
    return rows.flatMap((row, index): MenuItem[] => {
      if (row.page !== 'custom') {
        const builtIn = item(row.page)
        return [{ ...builtIn, label: said(row.label) ?? builtIn.label }]
      }
      const label = said(row.label)
      // A link without a name in this language isn't shown in it.
      return label && row.url ? [{ key: row.id ?? `${name}-${index}`, href: row.url, label, path: null }] : []
    })
  })
}

/** The menus. Never throws: without a database it returns the last good value or the default menus. */
export async function getNavigation(locale: Locale): Promise<Navigation> {
  const key = `navigation:${locale}`
  const read = async () => {
    const payload = await getCms()
    const stored = await payload.findGlobal({ slug: 'navigation', locale, depth: 0, ...asVisitor })
    return navigationOf(stored, locale)
  }
  return cachePerRevision(key, () => staleOnError(key, read, async () => defaultNavigation(locale)))
}

/**
 * The published text of a page, or null when none is published.
 * @throws DatabaseUnavailableError
 */
export async function getPage(slug: ContentPage, locale: Locale): Promise<PageContent | null> {
  const payload = await getCms()
  const { docs } = await payload.find({
    collection: 'pages',
    where: { slug: { equals: slug } },
    locale,
    limit: 1,
    pagination: false,
    depth: 0,
    ...asVisitor,
  })
  const page = docs[0]
  if (!page?.title) return null
  return { title: page.title, lead: said(page.lead), body: page.body, updatedAt: page.updatedAt }
}
