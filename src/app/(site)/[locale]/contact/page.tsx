import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContactPage } from '@/app/(site)/[locale]/contact/contact-page'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'inquiries' })
  return pageMetadata({ locale, path: '/contact', title: t('contact.title'), description: t('contact.description') })
}

export default async function Contact({ params }: Props) {
  return <ContactPage locale={await localeOf(params)} slug={null} />
}
