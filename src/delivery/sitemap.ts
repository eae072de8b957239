/** Paths of the pages that a sitemap lists, in its order. Addresses of other sites are left out. */
export function pathsInSitemap(xml: string, siteUrl: string): string[] {
  const { origin } = new URL(siteUrl)
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, address = '']) => {
    const plain = address.replaceAll('&amp;', '&')
    if (!URL.canParse(plain)) return []
    const url = new URL(plain)
    return url.origin === origin ? [url.pathname] : []
  })
}
