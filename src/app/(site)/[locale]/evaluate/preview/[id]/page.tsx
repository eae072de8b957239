import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { tryEvaluation } from '@/app/(site)/[locale]/evaluate/actions'
import { SurveyPage } from '@/app/(site)/[locale]/evaluate/evaluate-page'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { surveyForPreview } from '@/features/surveys/server/preview'
import { Note } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'surveys' })
  return pageMetadata({ locale, path: '/evaluate', title: t('evaluate.title'), isIndexed: false })
}

/** A draft as it will look, for signed-in content staff. Everybody else finds nothing here. */
export default async function PreviewPage({ params }: Props) {
  const locale = await localeOf(params)
  const { id } = await params
  const survey = await surveyForPreview({ id, locale, headers: await headers() })
  if (!survey) return <NotFoundPage locale={locale} />
  const t = await getTranslations({ locale, namespace: 'surveys' })
  return (
    <SurveyPage
      locale={locale}
      path={`/evaluate/preview/${id}`}
      survey={survey}
      action={tryEvaluation}
      notice={<Note>{t('preview.notice')}</Note>}
    />
  )
}
