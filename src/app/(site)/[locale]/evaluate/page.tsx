import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InsteadOfSurvey, SurveyPage } from '@/app/(site)/[locale]/evaluate/evaluate-page'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { openPublicSurvey } from '@/features/surveys/server/forms'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'surveys' })
  return pageMetadata({ locale, path: '/evaluate', title: t('evaluate.title'), description: t('evaluate.description') })
}

export default async function EvaluatePage({ params }: Props) {
  const locale = await localeOf(params)
  const opened = await openPublicSurvey('everyone', locale, new Date())
  const frame = { locale, path: '/evaluate' } as const
  const survey = opened.status === 'ok' ? opened.survey : opened.status === 'closed' ? opened.last : null
  return survey ? (
    <SurveyPage {...frame} survey={survey} isKept isOver={opened.status === 'closed'} />
  ) : (
    <InsteadOfSurvey {...frame} reason={opened.status === 'ok' ? 'closed' : opened.status} />
  )
}
