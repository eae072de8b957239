import type { BeforeListTableServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { isAsked, type ListView, listQuery } from '@/payload/list-views'
import { panelLocale } from './panel-locale'
import './list-views.css'

/** Links to filtered views above a list, each with its count as this person may see it. */
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
        // Like Payload's list, which shows the newest version.
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
