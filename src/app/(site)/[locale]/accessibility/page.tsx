import type { Metadata } from 'next'
import { ContentPage, contentPageMetadata } from '@/app/(site)/content-page'
import { localeOf } from '@/app/(site)/locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return contentPageMetadata('accessibility', await localeOf(params))
}

export default async function AccessibilityPage({ params }: Props) {
  return <ContentPage slug="accessibility" locale={await localeOf(params)} />
}
