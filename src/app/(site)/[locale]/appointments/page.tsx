import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BookingPage } from '@/app/(site)/[locale]/appointments/booking-page'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'appointments' })
  return pageMetadata({ locale, path: '/appointments', title: t('title'), description: t('description') })
}

export default async function AppointmentsPage({ params }: Props) {
  return <BookingPage locale={await localeOf(params)} from={null} />
}
