import type { BeforeListTableServerProps } from 'payload'
import { isAsked, type ListView, listQuery } from '@/payload/list-views'
import type { LocalizedText } from '@/platform/localize'
import { panelLocale } from './panel-locale'
import './list-views.css'

const words = {
  navigation: { ar: 'عروض محفوظة', en: 'Saved views' },
  all: { ar: 'الكل', en: 'All' },
} satisfies Record<string, LocalizedText>

const everything: ListView = { label: words.all, where: () => ({}) }

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
  const now = new Date()
  const shown = await Promise.all(
    [everything, ...views].map(async ({ label, where }) => {
      const question = where(now)
      const { totalDocs } = await payload.find({
        collection: slug,
        where: question,
        // As Payload's list asks: whose newest form is meant.
        draft: true,
        limit: 1,
        depth: 0,
        select: {},
        overrideAccess: false,
        user,
      })
      const query = listQuery(question)
      return { label: label[locale], count: totalDocs, query, isCurrent: isAsked(question, searchParams ?? {}) }
    }),
  )
  return (
    <nav className="list-views" aria-label={words.navigation[locale]}>
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
