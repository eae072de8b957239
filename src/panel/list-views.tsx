import type { BeforeListTableServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { isAsked, type ListView, listQuery } from '@/payload/list-views'
import { panelLocale } from './panel-locale'
import './list-views.css'

/** Links above a list to what a person triages by, each with how much there is, as this person sees it. */
export async function ListViews({
  collectionConfig: { slug },
  i18n,
  payload,
  searchParams,
  user,
  views,
}: BeforeListTableServerProps & { views: readonly ListView[] }) {
  const locale = panelLocale(i18n)
  const t = translator('panel.views', locale)
  const now = new Date()
  const named = views.map(({ label, where }) => ({ label: label[locale], where: where(now) }))
  const shown = await Promise.all(
    [{ label: t('all'), where: {} }, ...named].map(async ({ label, where }) => {
      const { totalDocs } = await payload.find({
        collection: slug,
        where,
        // As Payload's list asks: whose newest form is meant.
        draft: true,
        limit: 1,
        depth: 0,
        select: {},
        overrideAccess: false,
        user,
      })
      const query = listQuery(where)
      return { label, count: totalDocs, query, isCurrent: isAsked(where, searchParams ?? {}) }
    }),
  )
  return (
    <nav className="list-views" aria-label={t('navigation')}>
      <ul>
        {shown.map(({ label, count, query, isCurrent }) => (
          <li key={query}>
            <a href={`/admin/collections/${slug}${query && `?${query}`}`} aria-current={isCurrent ? 'page' : undefined}>
              {label} <bdi>{count}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
