import { calendarOf } from '@/features/appointments/server/calendar-download'
import { defaultLocale, isLocale } from '@/i18n/routing'
import { downloadHeaders } from '@/platform/file-name'

export const dynamic = 'force-dynamic'

/** The appointment of a link, for the person's calendar. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; token: string }> },
): Promise<Response> {
  const { locale, token } = await params
  const calendar = await calendarOf(token, isLocale(locale) ? locale : defaultLocale, new Date())
  const headers = { 'Cache-Control': 'private, no-store' }
  if (calendar === 'expired') return new Response(null, { status: 404, headers })
  if (calendar === 'unavailable') return new Response(null, { status: 503, headers })
  return new Response(calendar.content, {
    headers: downloadHeaders(calendar.fileName, `text/calendar; charset=utf-8; method=${calendar.method}`),
  })
}
