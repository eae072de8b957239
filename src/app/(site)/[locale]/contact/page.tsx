import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContactPage } from '@/app/(site)/[locale]/contact/contact-page'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { limits } from '@/features/inquiries/schema'
import { cleanLine } from '@/platform/typed-text'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ subject?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'inquiries' })
  return pageMetadata({ locale, path: '/contact', title: t('contact.title'), description: t('contact.description') })
}

export default async function Contact({ params, searchParams }: Props) {
  const { subject } = await searchParams
  return (
    <ContactPage
      locale={await localeOf(params)}
      slug={null}
      // What was searched for in vain, or any other link that says what it is about.
      subject={typeof subject === 'string' ? cleanLine(subject.slice(0, limits.subject)) : ''}
    />
  )
}
