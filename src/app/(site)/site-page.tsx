import type { ReactNode } from 'react'
import { getAssociation, getNavigation, showsExamples } from '@/features/site/server/queries'
import { PageShell } from '@/features/site/ui/page-shell'
import type { Locale } from '@/i18n/routing'

/**
 * The frame of every public page: masthead, menus with the current page marked, language switch to
 * the same page, foot. Each page renders it, because a layout doesn't know the page's path.
 *
 * ```tsx
 * export default async function PoliciesPage({ params }: PageProps) {
 *   const locale = await localeOf(params)
 *   return <SitePage locale={locale} path="/policies">…<PageHead title=… /></SitePage>
 * }
 * ```
 * `path` is the page's path without the language, as in `href(locale, path)`.
 */
export async function SitePage({
  locale,
  path,
  otherLanguagePath,
  layout,
  children,
}: {
  locale: Locale
  path: `/${string}`
  /** Where the language switch leads when that is more than `path`: a question that is kept. */
  otherLanguagePath?: `/${string}`
  layout?: 'page' | 'bare'
  children: ReactNode
}) {
  const [association, navigation, hasExamples] = await Promise.all([
    getAssociation(locale),
    getNavigation(locale),
    showsExamples(),
  ])
  return (
    <PageShell
      locale={locale}
      path={path}
      otherLanguagePath={otherLanguagePath}
      layout={layout}
      association={association}
      navigation={navigation}
      hasExamples={hasExamples}
    >
      {children}
    </PageShell>
  )
}
