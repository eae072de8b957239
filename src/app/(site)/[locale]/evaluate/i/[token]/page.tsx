import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InsteadOfSurvey, SurveyPage } from '@/app/(site)/[locale]/evaluate/evaluate-page'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { openInvitation } from '@/features/surveys/server/forms'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'surveys' })
  return pageMetadata({ locale, path: '/evaluate', title: t('evaluate.title'), isIndexed: false })
}

const reasons = {
  used: 'used',
  closed: 'invitationClosed',
  unknown: 'unknownLink',
  unavailable: 'unavailable',
} as const

export default async function InvitationPage({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const opened = await openInvitation(token, locale, new Date())
  const frame = { locale, path: `/evaluate/i/${token}` } as const
  return opened.status === 'ok' ? (
    <SurveyPage {...frame} survey={opened.survey} token={token} />
  ) : (
    <InsteadOfSurvey {...frame} reason={reasons[opened.status]} />
  )
}
