import type { Locale } from '@/i18n/routing'
import { openTracked } from '@/shared/casework/server/tracking-forms'

/** The case whose tracking page led to the booking; null without one, or once its link has expired. */
export async function caseOfToken(
  token: string,
  locale: Locale,
  now: Date,
): Promise<{ id: string; reference: string } | null> {
  if (!token) return null
  const opened = await openTracked(token, locale, now)
  return opened.status === 'ok' ? { id: opened.tracked.id, reference: opened.tracked.reference } : null
}
