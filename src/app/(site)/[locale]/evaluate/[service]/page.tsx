import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InsteadOfSurvey, SurveyPage } from '@/app/(site)/[locale]/evaluate/evaluate-page'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { lastKnownServices } from '@/features/services/server/queries'
import { openPublicSurvey } from '@/features/surveys/server/forms'
import type { Locale } from '@/i18n/routing'

interface Props {
  params: Promise<{ locale: string; service: string }>
}

type Found = { status: 'ok'; title: string } | { status: 'unknown' } | { status: 'unavailable' }

async function find(locale: Locale, slug: string): Promise<Found> {
  const services = await lastKnownServices(locale)
  if (!services) return { status: 'unavailable' }
  const service = services.find((candidate) => candidate.slug === slug)
  return service ? { status: 'ok', title: service.title } : { status: 'unknown' }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { service } = await params
  const t = await getTranslations({ locale, namespace: 'surveys' })
  const found = await find(locale, service)
  const title = t('evaluate.title')
  return pageMetadata({
    locale,
    path: `/evaluate/${service}`,
    title: found.status === 'ok' ? `${title}: ${found.title}` : title,
    description: t('evaluate.description'),
    isIndexed: found.status === 'ok',
  })
}

export default async function EvaluateServicePage({ params }: Props) {
  const locale = await localeOf(params)
  const { service } = await params
  const found = await find(locale, service)
  if (found.status === 'unknown') return <NotFoundPage locale={locale} />
  const frame = { locale, path: `/evaluate/${service}` } as const
  if (found.status === 'unavailable') return <InsteadOfSurvey {...frame} reason="unavailable" />
  const opened = await openPublicSurvey('service', locale, new Date())
  const survey = opened.status === 'ok' ? opened.survey : opened.status === 'closed' ? opened.last : null
  return survey ? (
    <SurveyPage
      {...frame}
      survey={survey}
      isKept
      isOver={opened.status === 'closed'}
      about={found.title}
      service={service}
    />
  ) : (
    <InsteadOfSurvey {...frame} reason={opened.status === 'ok' ? 'closed' : opened.status} />
  )
}
