import { currentIndex } from '@/app/(site)/[locale]/search/site-search'
import type { PublicDocument } from '@/features/search/domain/public-document'
import { sitePages } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import { excerpt } from '@/platform/search/marks'
import type { SearchHit } from '@/platform/search/search-index'
import { cleanValue } from '@/platform/typed-text'
import type { Suggestion } from '@/shared/intake/domain/suggestion'

const MAX_SUGGESTIONS = 3
/** A message shares a word or two with almost any page. */
const LEAST_WORDS = 2
/** Of a long message the beginning is looked at: it says what it is about. */
const READ = 600
const EXCERPT_LENGTH = 160
/** Hits that are looked through for close ones. */
const LOOKED_AT = 20

/**
 * What the site already says about a message, closest first. Words of either language find a page, which is
 * offered in the language of the form.
 * @throws DatabaseUnavailableError while nothing has been indexed and the database is away
 */
export async function suggestAnswers(locale: Locale, message: string, now = new Date()): Promise<Suggestion[]> {
  const text = cleanValue(message).slice(0, READ)
  if (!text) return []
  const index = await currentIndex(now)
  return index
    .search(text, { language: locale, limit: LOOKED_AT, offset: 0 })
    .hits.filter(isClose)
    .slice(0, MAX_SUGGESTIONS)
    .flatMap((hit) => suggestionOf(hit, locale))
}

/** The form's own page answers nothing, and neither do lists of everything. */
const withoutAnswers: readonly string[] = [sitePages.contact.path, '/', '/sitemap']

function isClose({ document, heading, excerpt: passage, isPartial }: SearchHit<PublicDocument>): boolean {
  if (withoutAnswers.includes(document.path)) return false
  const marked = [...heading, ...passage].flatMap((segment) => (segment.isMarked ? [segment.text] : []))
  return !isPartial || new Set(marked).size >= LEAST_WORDS
}

function suggestionOf({ document, excerpt: passage }: SearchHit<PublicDocument>, language: Locale): Suggestion[] {
  const text = document.texts[language]
  if (!text) return []
  const t = translator('search', language)
  const [policy] = text.within
  const title =
    document.kind === 'clause' ? `${t('clauseNumber', { n: text.heading })}: ${text.within.at(-1) ?? ''}` : text.heading
  return [
    {
      href: href(language, document.path),
      title: document.kind === 'section' && policy ? `${policy}: ${title}` : title,
      text: excerpt(passage, EXCERPT_LENGTH)
        .map((segment) => segment.text)
        .join(''),
      lang: text.lang,
    },
  ]
}
