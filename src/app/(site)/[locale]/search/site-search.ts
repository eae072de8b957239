import { contactAnswer } from '@/app/(site)/[locale]/search/contact-answer'
import { publicDocuments } from '@/app/(site)/[locale]/search/public-documents'
import type { ContactAnswer } from '@/features/search/domain/contact-answer'
import type { PublicDocument } from '@/features/search/domain/public-document'
import { PAGE_SIZE, type Question } from '@/features/search/domain/question'
import { askedContactFacts } from '@/features/search/server/contact-question'
import { synonymLines } from '@/features/search/server/synonyms'
import { noteUnanswered } from '@/features/search/server/unanswered'
import { sitePages } from '@/features/site/domain/pages'
import { type Locale, otherLocale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import { startOfDay } from '@/platform/calendar'
import { processState } from '@/platform/process-state'
import { readRevision } from '@/platform/revision'
import { createIndexKeeper } from '@/platform/search/index-keeper'
import { buildSearchIndex, type SearchAnswer, type SearchIndex } from '@/platform/search/search-index'

const keeper = createIndexKeeper(async ({ day }) =>
  buildSearchIndex(await publicDocuments(new Date(day)), await synonymLines(await getCms())),
)

export interface SiteAnswer extends SearchAnswer<PublicDocument> {
  /** The page that `hits` is: the asked one, or the last where that one is beyond it. */
  page: number
  /** The answer itself, where the question is how to reach the association. */
  contact: ContactAnswer | null
  /** What only the other language has, where this one has nothing. */
  inOtherLanguage: SearchAnswer<PublicDocument> | null
}

/**
 * The index of what is public at this moment.
 * @throws DatabaseUnavailableError while nothing has been indexed and the database is away
 */
export async function currentIndex(now: Date): Promise<SearchIndex<PublicDocument>> {
  const revision = processState().revision ?? (await readRevision(await getCms()))
  return keeper.current({ revision, day: startOfDay(now).toISOString() })
}

/** Hits of the other language that are shown. */
const MAX_OTHERS = 5

/**
 * Searches what is public.
 * @throws DatabaseUnavailableError while nothing has been indexed and the database is away
 */
export async function searchSite(locale: Locale, { text, page }: Question, now = new Date()): Promise<SiteAnswer> {
  const index = await currentIndex(now)
  const contact = await contactAnswer(locale, text)
  const isAnswer = answering(text, contact)
  const answerAt = (wanted: number) =>
    index.search(text, { language: locale, limit: PAGE_SIZE, offset: (wanted - 1) * PAGE_SIZE, isAnswer })
  const asked = answerAt(page)
  const last = Math.max(1, Math.ceil((asked.total + asked.partial) / PAGE_SIZE))
  const answer = page > last ? answerAt(last) : asked
  const other =
    answer.match === 'none' ? index.search(text, { language: otherLocale(locale), limit: MAX_OTHERS, offset: 0 }) : null
  if (contact === null && isUnanswered(answer, other)) noteUnanswered(text, locale)
  return { ...answer, page: Math.min(page, last), contact, inOtherLanguage: other && other.total > 0 ? other : null }
}

/** Whether nothing has the words as they were asked, in either language. */
const isUnanswered = ({ match }: { match: string }, other: { total: number } | null): boolean =>
  match === 'near' || (match === 'none' && !other?.total)

/**
 * The contact page answers any search about reaching the association, in any words; about
 * social media only once the association has named its accounts, for the policy speaks of them too.
 */
function answering(text: string, contact: ContactAnswer | null): (document: PublicDocument) => boolean {
  const isAboutContact =
    askedContactFacts(text).some((fact) => fact !== 'social') || (contact !== null && contact.known.length > 0)
  return ({ path }) => isAboutContact && path === sitePages.contact.path
}
