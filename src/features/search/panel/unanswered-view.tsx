import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { type Translator, translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { formatDate } from '@/platform/calendar'
import { listUnanswered, mayKeepSynonyms, type UnansweredPage, type UnansweredRow } from '../server/make-synonym'
import { dealWithQuestion } from './unanswered-actions'
import { UnansweredForm } from './unanswered-form'
import { unansweredPath } from './unanswered-paths'
import './unanswered.css'

const pageOf = (asked: string | string[] | undefined): number => {
  const text = Array.isArray(asked) ? asked[0] : asked
  return text && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1
}

/** Searches without a result, from which editors make synonyms. */
export async function UnansweredView({ i18n, payload, searchParams, user }: ListViewServerProps) {
  if (user?.collection !== 'users') return null
  const person = user as unknown as User
  const locale = panelLocale(i18n)
  const t = translator('search', locale)
  const list = await listUnanswered(payload, person, pageOf(searchParams?.page))
  return (
    <main>
      <Gutter className="desk">
        <h1>{t('unanswered.title')}</h1>
        <p className="desk-lead">{t('unanswered.lead')}</p>
        <p>
          <a href="/admin/collections/search-synonyms">{t('unanswered.synonyms')}</a>
        </p>
        {list.rows.length === 0 ? (
          <p className="desk-empty">{t('unanswered.none')}</p>
        ) : (
          <ClientMessages locale={locale} namespaces={['search.unanswered']}>
            <ul className="search-unanswered">
              {list.rows.map((row) => (
                <Row key={row.id} row={row} list={list} locale={locale} isKeeper={mayKeepSynonyms(person)} t={t} />
              ))}
            </ul>
          </ClientMessages>
        )}
        <Pages list={list} t={t} />
      </Gutter>
    </main>
  )
}

function Row({
  row: { id, words, locale: askedIn, count, lastAskedOn, suggestion },
  list,
  locale,
  isKeeper,
  t,
}: {
  row: UnansweredRow
  list: UnansweredPage
  locale: 'ar' | 'en'
  isKeeper: boolean
  t: Translator<'search'>
}) {
  const { gregorian } = formatDate(lastAskedOn, locale)
  const date = `${gregorian.day} ${gregorian.month} ${gregorian.year}`
  return (
    <li>
      <div>
        <h2>
          <bdi>{words}</bdi>
        </h2>
        <p className="desk-sub">{t('unanswered.asked', { count, date, language: askedIn })}</p>
      </div>
      {isKeeper ? (
        <UnansweredForm
          action={dealWithQuestion.bind(null, id, locale)}
          choices={list.choices}
          suggestion={suggestion}
        />
      ) : null}
    </li>
  )
}

function Pages({ list: { page, pages }, t }: { list: UnansweredPage; t: Translator<'search'> }) {
  if (pages <= 1) return null
  return (
    <nav className="desk-pages" aria-label={t('pages')}>
      {page > 1 ? <a href={`${unansweredPath}?page=${page - 1}`}>{t('previous')}</a> : null}
      {page < pages ? <a href={`${unansweredPath}?page=${page + 1}`}>{t('next')}</a> : null}
    </nav>
  )
}
