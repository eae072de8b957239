/** The pages the site always has. Menus and the site map are made of them. */
export const builtInPages = {
  home: '/',
  services: '/services',
  policies: '/policies',
  contact: '/contact',
  track: '/track',
  evaluate: '/evaluate',
  search: '/search',
  about: '/about',
  privacy: '/privacy',
  accessibility: '/accessibility',
  sitemap: '/sitemap',
} as const satisfies Record<string, `/${string}`>

export type PageKey = keyof typeof builtInPages

export const pageKeys = Object.keys(builtInPages) as PageKey[]

/** The menus until somebody changes them in the panel. */
export const defaultMenus = {
  header: ['services', 'policies', 'contact', 'track', 'about', 'search'],
  footHelp: ['contact', 'track', 'evaluate'],
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
