import { inject } from 'vitest'

/**
 * Every public page's path, with its query where it depends on one: what sitemap.xml lists, and those that search engines need not know.
 * @param url of the site; the one that all browser tests share when left out
 */
export async function publicPaths(url: string = inject('siteUrl')): Promise<string[]> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text()
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(String(address)).pathname)
  if (listed.length === 0) throw new Error('sitemap.xml lists no page')
  const unlisted = ['ar', 'en'].flatMap((locale) =>
    [
      'track',
      'track/lost',
      'track/lost/sent',
      'search',
      `search?q=${encodeURIComponent(locale === 'ar' ? 'التسجيل' : 'registration')}`,
      'search?q=zzzzzzzz',
      'evaluate/thanks',
      'no-such-page',
    ].map((page) => `/${locale}/${page}`),
  )
  return [...new Set([...listed, ...unlisted])].sort()
}
