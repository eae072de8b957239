import { publicDocuments } from '@/app/(site)/[locale]/search/public-documents'
import type { PublicDocument } from '@/features/search/domain/public-document'
import { PAGE_SIZE, type Question } from '@/features/search/domain/question'
import { type Locale, otherLocale } from '@/i18n/routing'
import { startOfDay } from '@/platform/calendar'
import { getCms } from '@/platform/cms'
import { processState } from '@/platform/process-state'
import { readRevision } from '@/platform/revision'
import { createIndexKeeper } from '@/platform/search/index-keeper'
import type { SearchAnswer } from '@/platform/search/search-index'

const keeper = (locale: Locale) => createIndexKeeper(({ day }) => publicDocuments(locale, new Date(day)))
const keepers = { ar: keeper('ar'), en: keeper('en') }

export interface SiteAnswer extends SearchAnswer<PublicDocument> {
  /** How many the other language has, counted only when this one has none. */
  totalInOtherLanguage: number
  /** The page that `hits` is: the asked one, or the last where that one is beyond it. */
  page: number
}

/**
 * Searches what is public.
 * @throws DatabaseUnavailableError while nothing has been indexed and the database is away
 */
export async function searchSite(locale: Locale, { text, page }: Question, now = new Date()): Promise<SiteAnswer> {
  const version = {
    revision: processState().revision ?? (await readRevision(await getCms())),
    day: startOfDay(now).toISOString(),
  }
  const index = await keepers[locale].current(version)
  const answerAt = (wanted: number) => index.search(text, { limit: PAGE_SIZE, offset: (wanted - 1) * PAGE_SIZE })
  const asked = answerAt(page)
  if (asked.match !== 'none') {
    const last = Math.ceil(asked.total / PAGE_SIZE)
    const answer = page > last ? answerAt(last) : asked
    return { ...answer, page: Math.min(page, last), totalInOtherLanguage: 0 }
  }
  const other = (await keepers[otherLocale(locale)].current(version)).search(text, { limit: 0, offset: 0 })
  return { ...asked, page: 1, totalInOtherLanguage: other.match === 'all' ? other.total : 0 }
}
