import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type SiteAnswer, searchSite } from '@/app/(site)/[locale]/search/site-search'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { type Question, questionPath, readQuestion } from '@/features/search/domain/question'
import { SearchResults, SearchUnavailable } from '@/features/search/ui/search-results'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { PageHead } from '@/ui/page'
import { SearchForm } from '@/ui/search-form'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ q?: string | string[]; page?: string | string[] }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { text } = readQuestion(await searchParams)
  const t = await getTranslations({ locale, namespace: 'search' })
  return pageMetadata({
    locale,
    path: '/search',
    title: text ? t('titleOf', { question: text }) : t('title'),
    isIndexed: false,
  })
}

/** An answer, or null when the search can't be asked now. */
const ask = (locale: Locale, question: Question): Promise<SiteAnswer | null> =>
  fallbackWhenAway(
    'search',
    () => searchSite(locale, question),
    () => null,
  )

export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const question = readQuestion(await searchParams)
  const answer = question.text ? await ask(locale, question) : null
  const t = await getTranslations({ locale, namespace: 'search' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const isUnavailable = question.text !== '' && answer === null
  return (
    <SitePage
      locale={locale}
      path="/search"
      otherLanguagePath={question.text ? questionPath(question.text) : undefined}
    >
      <DeliveryMeta reads={['q', 'page']} status={isUnavailable ? 503 : undefined} />
      <PageHead title={t('title')} lead={t('lead')} />
      <SearchForm
        id="q"
        action={href(locale, '/search')}
        label={site('search.label')}
        submitLabel={site('search.submit')}
        question={question.text}
      />
      {answer ? <SearchResults locale={locale} question={{ ...question, page: answer.page }} answer={answer} /> : null}
      {isUnavailable ? (
        <SearchUnavailable
          ways={[
            { href: href(locale, '/services'), label: site('page.services') },
            { href: href(locale, '/policies'), label: site('page.policies') },
          ]}
        />
      ) : null}
    </SitePage>
  )
}
