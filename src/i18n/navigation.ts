import type { Locale } from '@/i18n/routing'

/**
 * The address of a page in a language: `href('ar', '/policies#dealing-3')` is
 * `/ar/policies#dealing-3`. Public pages use plain `<a>`: there is no router in the browser.
 * @param path starts with a slash; `/` is the home page
 */
export function href(locale: Locale, path: `/${string}`): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
