import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import type { ContentPage as Slug } from '@/features/site/domain/pages'
import { getPage } from '@/features/site/server/queries'
import { RichTextSections } from '@/features/site/ui/rich-text'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { DateBoth } from '@/ui/date'
import { Crumbs, PageHead } from '@/ui/page'
import { MixedText } from '@/ui/text'

/** Metadata of a page whose text comes from the panel. */
export async function contentPageMetadata(slug: Slug, locale: Locale): Promise<Metadata> {
  const page = await getPage(slug, locale)
  const t = await getTranslations({ locale, namespace: 'site' })
  return pageMetadata({
    locale,
    path: `/${slug}`,
    title: page?.title ?? t(`page.${slug}`),
    description: page?.lead ?? undefined,
    isIndexed: page !== null,
  })
}

/** A page whose text comes from the panel; "not found" until it is published. */
export async function ContentPage({
  slug,
  locale,
  note,
  children,
}: {
  slug: Slug
  locale: Locale
  /** Beside the date of the last change. */
  note?: ReactNode
  /** After the text. */
  children?: ReactNode
}) {
  const page = await getPage(slug, locale)
  if (!page) return <NotFoundPage locale={locale} />
  const t = await getTranslations({ locale, namespace: 'pages' })
  const site = await getTranslations({ locale, namespace: 'site' })
  return (
    <SitePage locale={locale} path={`/${slug}`}>
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <PageHead title={page.title} lead={page.lead ? <MixedText text={page.lead} locale={locale} /> : undefined}>
        <p className="small muted">
          {t('updated')} <DateBoth date={page.updatedAt} locale={locale} hasWeekday={false} />
          {note}
        </p>
      </PageHead>
      <RichTextSections value={page.body} locale={locale} />
      {children}
    </SitePage>
  )
}
