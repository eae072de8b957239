import { preferredLocale } from '@/i18n/preferred-locale'

/** The address without a language. In production the entry answers it before Next is asked. */
export function GET(request: Request): Response {
  const locale = preferredLocale(request.headers.get('accept-language') ?? undefined)
  return new Response(null, {
    status: 307,
    headers: { Location: `/${locale}`, Vary: 'Accept-Language', 'Cache-Control': 'private, no-store' },
  })
}
