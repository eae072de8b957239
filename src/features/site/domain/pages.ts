import type { Page } from '@/payload-types'

interface PageFacts {
  path: `/${string}`
  /** Where the site map lists it; null: nowhere. */
  siteMap: 'main' | 'site' | null
  /** Whether sitemap.xml names it to search engines. */
  isOffered: boolean
  /** Whether its text is written in the panel (`contentPages`) or in the code. */
  text: 'panel' | 'code'
}

/**
 * Every page that the site always has, once: menus, site map, sitemap.xml, export, search and the
 * panel's lists are made of this table. Names and search words are messages, `site.page` and
 * `search.keywords`; a test sees that each has its route.
 */
export const sitePages = {
  home: { path: '/', siteMap: 'main', isOffered: true, text: 'code' },
  services: { path: '/services', siteMap: 'main', isOffered: true, text: 'code' },
  policies: { path: '/policies', siteMap: 'main', isOffered: true, text: 'code' },
  contact: { path: '/contact', siteMap: 'main', isOffered: true, text: 'code' },
  appointments: { path: '/appointments', siteMap: 'main', isOffered: true, text: 'code' },
  track: { path: '/track', siteMap: 'main', isOffered: false, text: 'code' },
  lost: { path: '/track/lost', siteMap: 'main', isOffered: false, text: 'code' },
  evaluate: { path: '/evaluate', siteMap: 'main', isOffered: true, text: 'code' },
  search: { path: '/search', siteMap: 'main', isOffered: false, text: 'code' },
  about: { path: '/about', siteMap: 'site', isOffered: true, text: 'panel' },
  privacy: { path: '/privacy', siteMap: 'site', isOffered: true, text: 'panel' },
  accessibility: { path: '/accessibility', siteMap: 'site', isOffered: true, text: 'panel' },
  sitemap: { path: '/sitemap', siteMap: null, isOffered: true, text: 'code' },
} as const satisfies Record<string, PageFacts>

export type PageKey = keyof typeof sitePages

export const pageKeys = Object.keys(sitePages) as PageKey[]

/** The pages whose text comes from the panel. Their place in the site is fixed. */
export type ContentPage = {
  [Key in PageKey]: (typeof sitePages)[Key]['text'] extends 'panel' ? Key : never
}[PageKey]

export const contentPages = pageKeys.filter((key): key is ContentPage => sitePages[key].text === 'panel')

export interface PageContent {
  title: string
  lead: string | null
  body: Page['body']
  /** When this text was last saved, ISO 8601, UTC. */
  updatedAt: string
}

/** The menus until somebody changes them in the panel. */
export const defaultMenus = {
  header: ['services', 'policies', 'contact', 'track', 'about', 'search'],
  footHelp: ['contact', 'appointments', 'track', 'evaluate'],
  footAssociation: ['about', 'services', 'policies'],
  footSite: ['privacy', 'accessibility', 'sitemap'],
} as const satisfies Record<string, readonly PageKey[]>

export type MenuName = keyof typeof defaultMenus

export const menuNames = Object.keys(defaultMenus) as MenuName[]

export interface MenuItem {
  key: string
  /** Ready to put into a link: `/ar/services`, or an address elsewhere. */
  href: string
  label: string
  /** The built-in page's path, to know the current one; null for an address elsewhere. */
  path: string | null
}

export type Navigation = Record<MenuName, MenuItem[]>

/** `aria-current` of a menu item on the page at `path`: itself, or one of the pages under it. */
export function currentness(item: MenuItem, path: string): 'page' | 'true' | undefined {
  if (item.path === null) return undefined
  if (item.path === path) return 'page'
  return item.path !== '/' && path.startsWith(`${item.path}/`) ? 'true' : undefined
}
