import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import { hasRole } from '@/platform/access'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { surveyById } from './queries'
import type { SurveyView } from './survey-view'

/** The newest draft, for sessions that may read drafts; otherwise null. */
export async function surveyForPreview({
  id,
  locale,
  headers,
}: {
  id: string
  locale: Locale
  headers: Headers
}): Promise<SurveyView | null> {
  const read = async () => {
    const payload = await getCms()
    const { user } = await payload.auth({ headers })
    if (!hasRole(user, 'administrator', 'editor', 'approver', 'auditor')) return null
    return surveyById(payload, { id, locale, draft: true })
  }
  return fallbackWhenAway('preview of a survey', read, () => null)
}
