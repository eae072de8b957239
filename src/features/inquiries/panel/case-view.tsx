import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { channelLabels, eventLabels, kindLabels, replyChannelLabels, statusLabels } from '../cms/labels'
import {
  type CaseEvent,
  type CaseFile,
  type CaseFileAttachment,
  listCaseWorkers,
  readCaseFile,
} from '../server/work/case-file'
import { canWorkCases } from '../server/work/work-case'
import { workOnCase } from './actions'
import type { CaseWords } from './case-form-state'
import { AssignForm, WorkForm } from './case-forms'
import { DueBadge, Moment, Reference, StatusDot } from './pieces'
import { signedIn } from './signed-in'
import { type DeskTranslator, deskTranslator, panelLocale } from './translator'

type Locale = 'ar' | 'en'

/** One case on one screen: read, assign, refer, note, ask, answer, close. */
export async function CaseView(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props
  const segments = Array.isArray(params?.segments) ? params.segments : []
  const id = segments[1] ?? ''
  const user = signedIn(props, `/admin/inbox/${id}`)
  const { req } = initPageResult
  const locale = panelLocale(req.i18n)
  const t = deskTranslator(locale)
  const file = await readCaseFile(req.payload, { id, user, locale })
  const canWork = canWorkCases(user)
  const people = canWork ? await listCaseWorkers(req.payload, user) : []

  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={initPageResult.locale}
      params={params}
      payload={req.payload}
      permissions={initPageResult.permissions}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={initPageResult.visibleEntities}
    >
      <Gutter className="desk">
        <p className="desk-back">
          <a href="/admin/inbox">{t('case.back')}</a>
        </p>
        {file ? (
          <OpenCase file={file} canWork={canWork} people={people} me={user.id} locale={locale} t={t} />
        ) : (
          <p className="desk-empty">{t('case.notFound')}</p>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}

function OpenCase({
  file,
  canWork,
  people,
  me,
  locale,
  t,
}: {
  file: CaseFile
  canWork: boolean
  people: { id: string; name: string }[]
  me: string
  locale: Locale
  t: DeskTranslator
}) {
  const { inquiry, person } = file
  const now = new Date()
  const words = wordsOf(t)
  const action = workOnCase.bind(null, inquiry.id, locale)
  const isClosed = inquiry.status === 'closed'
  return (
    <>
      <header className="desk-head">
        <p className="desk-sub">
          {t('case.title')} <Reference>{inquiry.reference}</Reference>
        </p>
        <h1>
          <bdi>{person.subject}</bdi>
        </h1>
        <p className="desk-badges">
          <StatusDot status={inquiry.status} label={statusLabels[inquiry.status][locale]} />
          <DueBadge row={inquiry} now={now} locale={locale} t={t} />
        </p>
      </header>
      <div className="desk-case">
        <div className="desk-main">
          <section aria-labelledby="case-message">
            <h2 id="case-message">{t('case.message')}</h2>
            <blockquote className="desk-quote" dir="auto">
              {person.message}
            </blockquote>
            <Attachments files={file.attachments} t={t} />
          </section>
          {file.events.some(({ type }) => type !== 'acknowledged') ? (
            <section aria-labelledby="case-timeline">
              <h2 id="case-timeline">{t('case.timeline')}</h2>
              <ol className="desk-timeline">
                {file.events.map((event) => (
                  <Event key={event.id} event={event} locale={locale} now={now} t={t} />
                ))}
              </ol>
            </section>
          ) : null}
          {canWork ? (
            <WorkForm
              action={action}
              seq={inquiry.seq}
              people={people.filter(({ id }) => id !== me)}
              words={words}
              isClosed={isClosed}
              canClose={!isClosed && !inquiry.isAnswerOwed}
            />
          ) : (
            <p className="desk-note">{t('case.readOnly')}</p>
          )}
        </div>
        <aside className="desk-aside" aria-labelledby="case-facts">
          <h2 id="case-facts">{t('case.facts')}</h2>
          <Facts file={file} locale={locale} now={now} t={t} />
          {canWork && !isClosed ? (
            <AssignForm
              action={action}
              seq={inquiry.seq}
              people={people}
              me={me}
              assignee={file.assignee?.id ?? null}
              words={words}
            />
          ) : null}
        </aside>
      </div>
    </>
  )
}

function Facts({ file, locale, now, t }: { file: CaseFile; locale: Locale; now: Date; t: DeskTranslator }) {
  const { inquiry, person, assignee, service } = file
  const facts: [string, React.ReactNode][] = [
    [
      t('case.fact.person'),
      person.name ? <bdi key="person">{person.name}</bdi> : t(inquiry.isAnonymous ? 'case.anonymous' : 'inbox.noName'),
    ],
  ]
  if (person.phone) {
    facts.push([
      t('case.fact.phone'),
      <a key="phone" href={`tel:${person.phone}`}>
        <bdi dir="ltr">{person.phone}</bdi>
      </a>,
    ])
  }
  if (person.email) {
    facts.push([
      t('case.fact.email'),
      <bdi key="email" dir="ltr">
        {person.email}
      </bdi>,
    ])
  }
  facts.push(
    [t('case.fact.replyChannel'), replyChannelLabels[inquiry.replyChannel][locale]],
    [t('case.fact.locale'), t(`case.locale.${inquiry.locale}`)],
    [t('case.fact.kind'), kindLabels[inquiry.kind][locale]],
  )
  if (service) facts.push([t('case.fact.service'), <bdi key="service">{service}</bdi>])
  facts.push(
    [t('case.fact.channel'), channelLabels[inquiry.channel][locale]],
    [t('case.fact.received'), <Moment key="received" at={inquiry.receivedAt} locale={locale} now={now} />],
  )
  if (inquiry.dueAt) {
    facts.push([t('case.fact.due'), <Moment key="due" at={inquiry.dueAt} locale={locale} now={now} />])
  }
  facts.push([t('case.fact.assignee'), assignee ? <bdi key="assignee">{assignee.name}</bdi> : t('inbox.nobody')])
  return (
    <dl className="desk-facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const KILOBYTE = 1024

function Attachments({ files, t }: { files: readonly CaseFileAttachment[]; t: DeskTranslator }) {
  if (files.length === 0) return null
  return (
    <ul className="desk-files" aria-label={t('case.attachments')}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/admin-files/attachments/${file.id}`} download>
            <bdi>{file.name}</bdi>
          </a>{' '}
          <span className="desk-sub">
            {t('case.kilobytes', { size: Math.max(1, Math.round(file.size / KILOBYTE)) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

const isMailable = (type: CaseEvent['type']) => type === 'asked' || type === 'answered'

function Event({ event, locale, now, t }: { event: CaseEvent; locale: Locale; now: Date; t: DeskTranslator }) {
  const by = event.by.kind === 'staff' ? (event.by.name ?? t('case.by.formerStaff')) : t(`case.by.${event.by.kind}`)
  return (
    <li className={`desk-event-${event.type}`}>
      <b>{eventLabels[event.type][locale]}</b> {event.to ? <bdi>{t('case.to', { name: event.to })}</bdi> : null}
      <span className="desk-sub">
        <bdi>{by}</bdi>
        {locale === 'ar' ? '، ' : ', '}
        <Moment at={event.at} locale={locale} now={now} />
        {isMailable(event.type) ? (
          <>
            {locale === 'ar' ? '، ' : ', '}
            {t(`case.mail.${event.mailState}`)}
          </>
        ) : null}
      </span>
      {event.text ? (
        <p className="desk-words" dir="auto">
          {event.text}
        </p>
      ) : null}
      <Attachments files={event.attachments} t={t} />
    </li>
  )
}

function wordsOf(t: DeskTranslator): CaseWords {
  const mode = (name: keyof CaseWords['modes']) => ({
    mode: t(`case.work.mode.${name}`),
    label: t(`case.work.label.${name}`),
    help: t(`case.work.help.${name}`),
  })
  return {
    title: t('case.work.title'),
    modes: {
      answer: mode('answer'),
      ask: mode('ask'),
      refer: mode('refer'),
      note: mode('note'),
      reopen: mode('reopen'),
    },
    person: t('case.work.person'),
    choose: t('case.assign.choose'),
    submit: {
      answer: t('case.work.submit.answer'),
      answerAndClose: t('case.work.submit.answerAndClose'),
      ask: t('case.work.submit.ask'),
      refer: t('case.work.submit.refer'),
      note: t('case.work.submit.note'),
      close: t('case.work.submit.close'),
      reopen: t('case.work.submit.reopen'),
    },
    closeHelp: t('case.work.closeHelp'),
    closed: t('case.work.closed'),
    pending: t('case.work.pending'),
    assign: { label: t('case.assign.label'), submit: t('case.assign.submit'), take: t('case.assign.take') },
  }
}
