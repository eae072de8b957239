import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { type NoticeKind, noticeOf } from '@/delivery/notices'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { PageHead } from '@/ui/page'

/** What the entry answers when a request can't reach a page. Pressed at start, so that it is there when nothing else is. */

interface Props {
  params: Promise<{ locale: string; kind: string }>
}

const messageKeys: Record<NoticeKind, 'tooLarge' | 'busy'> = { 'too-large': 'tooLarge', busy: 'busy' }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const notice = noticeOf((await params).kind)
  const t = await getTranslations({ locale, namespace: 'delivery' })
  const title = t(`${messageKeys[notice?.kind ?? 'busy']}.title`)
  return pageMetadata({ locale, path: '/', title, isIndexed: false })
}

export default async function NoticePage({ params }: Props) {
  const locale = await localeOf(params)
  const notice = noticeOf((await params).kind)
  if (!notice) return <NotFoundPage locale={locale} />
  const t = await getTranslations({ locale, namespace: 'delivery' })
  const key = messageKeys[notice.kind]
  return (
    <SitePage locale={locale} path="/">
      <DeliveryMeta status={notice.status} />
      <PageHead title={t(`${key}.title`)} lead={t(`${key}.text`)} />
    </SitePage>
  )
}
