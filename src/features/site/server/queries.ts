import { getTranslations } from 'next-intl/server'
import { type Association, unsaidAssociation } from '@/features/site/domain/association'
import { builtInPages, defaultMenus, type MenuItem, type Navigation, type PageKey } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'

async function defaultAssociation(locale: Locale): Promise<Association> {
  const t = await getTranslations({ locale, namespace: 'site' })
  return unsaidAssociation(t('name'), t('shortName'))
}

async function defaultNavigation(locale: Locale): Promise<Navigation> {
  const t = await getTranslations({ locale, namespace: 'site' })
  const items = (keys: readonly PageKey[]): MenuItem[] =>
    keys.map((key) => ({
      key,
      href: href(locale, builtInPages[key]),
      label: t(`page.${key}`),
      path: builtInPages[key],
    }))
  return {
    header: items(defaultMenus.header),
    footHelp: items(defaultMenus.footHelp),
    footAssociation: items(defaultMenus.footAssociation),
    footSite: items(defaultMenus.footSite),
  }
}

/** What the association says about itself. Never throws: without a database, the last good value. */
export async function getAssociation(locale: Locale): Promise<Association> {
  return defaultAssociation(locale)
}

/** The menus. Never throws: without a database, the last good value or the default menus. */
export async function getNavigation(locale: Locale): Promise<Navigation> {
  return defaultNavigation(locale)
}
