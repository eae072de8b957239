import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { COMPLAINT, ContactPage, isTopic } from '@/app/(site)/[locale]/contact/contact-page'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { lastKnownServices } from '@/features/services/server/queries'

interface Props {
  params: Promise<{ locale: string; service: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { service } = await params
  const t = await getTranslations({ locale, namespace: 'inquiries' })
  const about = (await lastKnownServices(locale))?.find(({ slug }) => slug === service)?.title
  const topic = about ?? (service === COMPLAINT ? t('kind.complaint') : null)
  // The same form as /contact, begun: search engines need only that one.
  return pageMetadata({
    locale,
    path: `/contact/${service}`,
    title: topic ? `${t('contact.title')}: ${topic}` : t('contact.title'),
    isIndexed: false,
  })
}

export default async function ContactAbout({ params }: Props) {
  const locale = await localeOf(params)
  const { service } = await params
  if (!isTopic(service, await lastKnownServices(locale))) return <NotFoundPage locale={locale} />
  return <ContactPage locale={locale} slug={service} />
}
