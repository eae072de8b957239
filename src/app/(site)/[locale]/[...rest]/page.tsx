import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { pageMetadata } from '@/app/(site)/page-metadata'

interface Props {
  params: Promise<{ locale: string; rest: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'errors' })
  return pageMetadata({ locale, path: '/', title: t('notFound.title'), isIndexed: false })
}

export default async function NoSuchPage({ params }: Props) {
  return <NotFoundPage locale={await localeOf(params)} />
}
