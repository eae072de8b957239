import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { getAttribute, isElementNode, queryAll, setAttribute } from '@parse5/tools'
import { html, parse, serialize, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'
import type { Files } from '@/delivery/files'
import { fallbackPages } from '@/delivery/notices'
import type { RenderedPage } from '@/delivery/page-cache'
import { pathsInSitemap } from '@/delivery/sitemap'
import { defaultLocale, locales } from '@/i18n/routing'

export interface ExportOptions {
  /** Where the files go; made when it is not there. */
  target: string
  siteUrl: string
  make(path: string): Promise<RenderedPage>
  files: Files
  mediaDir: string
}

export interface ExportReport {
  pages: number
  files: number
  /** Links to something that was not written: `page → address`. */
  broken: string[]
}

/** Path of an address on this site, without query and fragment; null for anything else. */
function pathOn(siteUrl: string, page: string, address: string): string | null {
  if (!URL.canParse(address, siteUrl + page)) return null
  const url = new URL(address, siteUrl + page)
  if (url.origin !== new URL(siteUrl).origin || !/^https?:$/.test(url.protocol)) return null
  return url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : url.pathname
}

/**
 * A page as a static server can give it: forms go to the living site, and the policy that the
 * entry sends as a header stands in the page.
 * @returns its text and the paths on this site that it links to or loads
 */
function exportedPage(source: string, page: string, siteUrl: string): { text: string; links: string[] } {
  const document = parse(source)
  const links = new Set<string>()
  for (const element of queryAll<Tree.Element>(document, isElementNode)) {
    if (element.tagName === 'form') {
      setAttribute(element, 'action', new URL(getAttribute(element, 'action') || page, siteUrl + page).href)
      continue
    }
    const address = getAttribute(element, 'href') ?? getAttribute(element, 'src')
    const linked = address === null ? null : pathOn(siteUrl, page, address)
    if (linked !== null) links.add(linked)
    if (element.tagName === 'head') {
      const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self' ${siteUrl}; base-uri 'none'`
      const meta = tree.createElement('meta', html.NS.HTML, [
        { name: 'http-equiv', value: 'Content-Security-Policy' },
        { name: 'content', value: policy },
      ])
      const [first] = element.childNodes
      if (first) tree.insertBefore(element, meta, first)
      else tree.appendChild(element, meta)
    }
  }
  return { text: serialize(document), links: [...links] }
}

/** Writes the whole public site as files that any static server can give. */
export async function exportSite({ target, siteUrl, make, files, mediaDir }: ExportOptions): Promise<ExportReport> {
  const written = new Set<string>()
  const linkedFrom = new Map<string, string>()
  const report: ExportReport = { pages: 0, files: 0, broken: [] }
  const write = async (file: string, content: Buffer | string) => {
    const full = path.join(target, file)
    await mkdir(path.dirname(full), { recursive: true })
    await writeFile(full, content)
  }

  for (const [url, file] of files.addresses) {
    // Public pages use none of the build's scripts.
    if (url.startsWith('/_next/static/') && /\.(js|map|json|txt)$/.test(url)) continue
    const full = path.join(target, decodeURIComponent(url))
    await mkdir(path.dirname(full), { recursive: true })
    await cp(file, full)
    written.add(url)
    report.files += 1
  }
  await cp(mediaDir, path.join(target, 'media'), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })

  const queue = ['/sitemap.xml', '/robots.txt', ...locales.map((locale) => `/${locale}`)]
  const seen = new Set(queue)
  const visit = (address: string, from: string) => {
    if (!linkedFrom.has(address)) linkedFrom.set(address, from)
    if (seen.has(address) || written.has(address) || address.startsWith('/media/')) return
    seen.add(address)
    queue.push(address)
  }
  for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
    const { content } = await make(page)
    if (content.status !== 200) continue
    written.add(page)
    if (!content.contentType.startsWith('text/html')) {
      await write(decodeURI(page), content.body)
      report.files += 1
      if (page === '/sitemap.xml') {
        for (const listed of pathsInSitemap(content.body.toString(), siteUrl)) visit(listed, page)
      }
      continue
    }
    const { text, links } = exportedPage(content.body.toString(), page, siteUrl)
    await write(path.join(decodeURI(page), 'index.html'), text)
    report.pages += 1
    for (const link of links) if (link !== '/') visit(link, page)
  }

  const missing = await make(fallbackPages(defaultLocale)['not-found'])
  await write('404.html', exportedPage(missing.content.body.toString(), '/404', siteUrl).text)
  const links = locales.map((locale) => `<p><a href="/${locale}/" lang="${locale}">${locale}</a></p>`).join('')
  await write(
    'index.html',
    `<!DOCTYPE html><html lang="${defaultLocale}"><head><meta charset="utf-8"><title>${new URL(siteUrl).host}</title><meta http-equiv="refresh" content="0; url=/${defaultLocale}/"></head><body>${links}</body></html>`,
  )
  for (const [address, from] of linkedFrom) {
    if (!written.has(address) && !address.startsWith('/media/')) report.broken.push(`${from} → ${address}`)
  }
  return report
}
