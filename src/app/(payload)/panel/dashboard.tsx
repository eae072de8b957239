import { Gutter } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import type { ReactNode } from 'react'
import type { RatedQuestion, Satisfaction } from '@/features/surveys/server/month-satisfaction'
import { type Translator, translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { formatDate, formatTime, periodOfDay } from '@/platform/calendar'
import { CaseTable } from '@/shared/casework/panel/case-table'
import { inboxPath } from '@/shared/casework/panel/inbox-path'
import { NoticeList } from '@/shared/casework/panel/notice-list'
import { type Day, type DayFigure, getDashboard } from './dashboard-data'
import './dashboard.css'

/** What every part of the page is shown with. */
interface Shown {
  locale: 'ar' | 'en'
  now: Date
  t: Translator<'desk'>
}

/** The panel's first page: what this person's day begins with, each figure leading to what it counts. */
export async function Dashboard({ i18n, payload, user }: ServerProps) {
  if (user?.collection !== 'users') return null
  const locale = panelLocale(i18n)
  const shown: Shown = { locale, now: new Date(), t: translator('desk', locale) }
  const day = await getDashboard(payload, { user: user as User, locale, now: shown.now })
  return (
    <main>
      <Gutter className="desk day">
        <Head name={(user as User).name} shown={shown} />
        <Figures day={day} shown={shown} />
        <NoticeList notices={day.notices} shown={shown} />
        <First cases={day.cases} shown={shown} />
        <div className="day-sections">
          <MonthOfAnswers satisfaction={day.satisfaction} t={shown.t} />
          <Drafts drafts={day.drafts} t={shown.t} />
          <Missing missing={day.missing} t={shown.t} />
        </div>
      </Gutter>
    </main>
  )
}

function Head({ name, shown: { locale, now, t } }: { name: string; shown: Shown }) {
  const { weekday, hijri, gregorian, iso } = formatDate(now, locale)
  const period = periodOfDay(now)
  const [first, second] = locale === 'ar' ? [hijri, gregorian] : [gregorian, hijri]
  const inWords = ({ day, month, year }: typeof hijri) => (
    <>
      <bdi dir="ltr">{day}</bdi>
      {`\u00a0${month} `}
      <bdi dir="ltr">{year}</bdi>
    </>
  )
  return (
    <header>
      <h1>
        {t(`day.greeting.${period === 'noon' ? 'afternoon' : period}`)}
        {locale === 'ar' ? '، ' : ', '}
        <bdi>{name}</bdi>
      </h1>
      <p className="day-date">
        <time dateTime={iso}>
          {weekday} {inWords(first)}
          {t('day.alsoDate')}
          {inWords(second)}
        </time>
      </p>
    </header>
  )
}

const tones: Partial<Record<string, string>> = { overdue: 'danger', today: 'warn', undelivered: 'warn' }

/** How long the oldest has waited, or when the first is due. */
function noteOf({ view, first }: DayFigure, { locale, t }: Shown): string | undefined {
  if (view === 'overdue' && first?.urgency.kind === 'overdue') return t('day.oldest', { days: first.urgency.days })
  if (view !== 'today' || !first?.dueAt) return undefined
  const { clock, period } = formatTime(first.dueAt, locale)
  return t('day.earliest', { time: `${clock}\u00a0${period}` })
}

function Figures({ day: { cases, satisfaction, published }, shown }: { day: Day; shown: Shown }) {
  const { t } = shown
  return (
    <ul className="day-figures" aria-label={t('day.figures')}>
      {cases?.figures.map((figure) => (
        <Figure
          key={figure.view}
          href={figure.href}
          label={t(`inbox.view.${figure.view}`)}
          note={noteOf(figure, shown)}
          tone={figure.count > 0 ? tones[figure.view] : undefined}
        >
          {figure.count}
        </Figure>
      ))}
      {satisfaction ? <OverallFigure satisfaction={satisfaction} t={t} /> : null}
      {published ? <PublishedFigure published={published} t={t} /> : null}
    </ul>
  )
}

function Figure({
  href,
  label,
  note,
  tone,
  children,
}: {
  href?: string | undefined
  label: string
  note?: string | undefined
  tone?: string | undefined
  children: ReactNode
}) {
  const figure = (
    <>
      <b>
        <bdi dir="ltr">{children}</bdi>
      </b>{' '}
      <span>{label}</span>
      {note ? <span className="desk-sub">{note}</span> : null}
    </>
  )
  return (
    <li className={tone ? `day-figure-${tone}` : undefined}>
      {href ? <a href={href}>{figure}</a> : <div>{figure}</div>}
    </li>
  )
}

/** The question about the whole, or why there is no figure. */
function OverallFigure({
  satisfaction: { overall, href },
  t,
}: {
  satisfaction: Satisfaction & { href: string }
  t: Translator<'desk'>
}) {
  if (!overall) return null
  const { figures } = overall
  return (
    <Figure href={href} label={t('day.satisfaction.figure')} note={sampleOf(figures, t)}>
      {figures.kind === 'known' ? figures.mean.toFixed(1) : '–'}
    </Figure>
  )
}

/** What the home page says of the last whole month. */
function PublishedFigure({
  published: { rating, href },
  t,
}: {
  published: NonNullable<Day['published']>
  t: Translator<'desk'>
}) {
  return (
    <Figure
      href={rating ? href : undefined}
      label={t('day.satisfaction.lastMonth')}
      note={rating ? t('day.satisfaction.sample', { count: rating.count }) : t('day.satisfaction.few')}
    >
      {rating ? rating.mean.toFixed(1) : '–'}
    </Figure>
  )
}

function sampleOf(figures: RatedQuestion['figures'], t: Translator<'desk'>): string {
  switch (figures.kind) {
    case 'known':
      return t('day.satisfaction.sample', { count: figures.answered })
    case 'withheld':
      return t('day.satisfaction.withheld')
    case 'none':
      return t('day.satisfaction.none')
  }
}

function First({ cases, shown: { locale, now, t } }: { cases: Day['cases']; shown: Shown }) {
  if (!cases) return null
  return (
    <section aria-labelledby="day-first">
      <h2 id="day-first">{t('day.first')}</h2>
      {cases.first.length > 0 ? (
        <CaseTable cases={cases.first} locale={locale} now={now} t={t} />
      ) : (
        <p className="desk-empty">{t('inbox.empty.mine')}</p>
      )}
      <p className="day-more">
        <a href={inboxPath('mine')}>{t('day.more.mine')}</a>
        <a href={inboxPath('unassigned')}>{t('day.more.unassigned')}</a>
      </p>
    </section>
  )
}

function Drafts({ drafts, t }: { drafts: Day['drafts']; t: Translator<'desk'> }) {
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="day-drafts">
      <h2 id="day-drafts">{t('day.drafts.title')}</h2>
      <ul className="day-rows">
        {drafts.map(({ collection, label, count, listHref, draftsHref }) => (
          <li key={collection}>
            <a href={listHref}>{label}</a>
            {count > 0 ? (
              <a href={draftsHref}>{t('day.drafts.count', { count })}</a>
            ) : (
              <span className="desk-sub">{t('day.drafts.none')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const HIGHEST = 5

function MonthOfAnswers({ satisfaction, t }: { satisfaction: Day['satisfaction']; t: Translator<'desk'> }) {
  if (!satisfaction) return null
  const { questions, survey, href } = satisfaction
  return (
    <section aria-labelledby="day-satisfaction">
      <h2 id="day-satisfaction">{t('day.satisfaction.title')}</h2>
      <table className="day-ratings">
        <thead>
          <tr>
            <th scope="col">
              <bdi>{survey.title}</bdi>
            </th>
            <th scope="col">{t('day.satisfaction.outOf')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ key, text, figures }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{text}</bdi>
                <span className="desk-sub">{sampleOf(figures, t)}</span>
                {figures.kind === 'known' ? (
                  <meter min={0} max={HIGHEST} value={figures.mean} aria-hidden="true" />
                ) : null}
              </th>
              <td>
                <bdi dir="ltr">{figures.kind === 'known' ? figures.mean.toFixed(1) : '–'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="day-more">
        <a href={href}>{t('day.satisfaction.results')}</a>
      </p>
    </section>
  )
}

function Missing({ missing, t }: { missing: Day['missing']; t: Translator<'desk'> }) {
  if (!missing || missing.facts.length === 0) return null
  return (
    <section aria-labelledby="day-missing">
      <h2 id="day-missing">{t('day.missing.title')}</h2>
      <p>{t('day.missing.explanation', { count: missing.facts.length })}</p>
      <ul className="day-facts">
        {missing.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p className="day-more">
        <a href={missing.href}>{t('day.missing.link')}</a>
      </p>
    </section>
  )
}
