import { env } from '@/platform/env'

export const dynamic = 'force-dynamic'

/** Everything public may be read by machines; the panel and what belongs to one person may not. */
export function GET(): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    'Disallow: /ar/track',
    'Disallow: /en/track',
    '',
    `Sitemap: ${env().siteUrl}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
