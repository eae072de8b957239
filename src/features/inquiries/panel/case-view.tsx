import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import type { User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { readableEmail } from '@/platform/email-address'
import { telephoneHref } from '@/platform/telephone-href'
import type { StaffStep } from '@/shared/casework/domain/allowed-transitions'
import { listCaseWorkers } from '@/shared/directory/case-workers'
import { listDepartments } from '@/shared/directory/departments'
import { channelLabels } from '@/shared/vocabulary/channels'
import { inquiryKindLabels } from '@/shared/vocabulary/inquiry-kinds'
import { consentFormLabels, eventLabels, replyChannelLabels, statusLabels } from '../cms/labels'
import type { AssigneeRef } from '../server/desk/list-cases'
import { type CaseDetail, type CaseEvent, type CaseFile, readCase } from '../server/desk/read-case'
import { workOnCase } from './actions'
import { commaOf, DueBadge, Moment, Reference, StatusDot } from './case-badges'
import { type CaseWords, latestStepId, type Mode, modes, workId } from './case-form-state'
import { AssignForm, WorkForm } from './case-forms'
import { type DeskTranslator, deskTranslator } from './translator'

/** What every part of the page is shown with. */
interface Shown {
  locale: 'ar' | 'en'
  now: Date
  t: DeskTranslator
}

/** One case on one screen: read, assign, refer, note, ask, answer, close. */
export async function CaseView(view: AdminViewServerProps) {
  const segments = Array.isArray(view.params?.segments) ? view.params.segments : []
  const id = segments[1] ?? ''
  const user = signedIn(view, `/admin/inbox/${id}`)
  const { req } = view.initPageResult
  const locale = panelLocale(req.i18n)
  const shown: Shown = { locale, now: new Date(), t: deskTranslator(locale) }
  const folder = await readCase({ payload: req.payload, user, id, locale, now: shown.now })
  return (
    <PageFrame view={view} className="desk">
      <p className="desk-back">
        <a href="/admin/inbox">{shown.t('case.back')}</a>
        {folder && folder.steps.length > 0 ? <a href={`#${workId}`}>{shown.t('case.toWork')}</a> : null}
      </p>
      {folder ? (
        <OpenCase folder={folder} shown={shown} {...(await formsOf(view, user, folder, shown))} />
      ) : (
        <p className="desk-empty">{shown.t('case.notFound')}</p>
      )}
    </PageFrame>
  )
}

const stepOf: Record<Mode, StaffStep> = {
  answer: 'answered',
  ask: 'asked',
  refer: 'referred',
  note: 'noted',
  reopen: 'reopened',
}

/** The forms that this person can use now: nothing is offered that would be refused. */
async function formsOf(view: AdminViewServerProps, user: User, folder: CaseDetail, { locale, t }: Shown) {
  const { payload } = view.initPageResult.req
  const [first, ...others] = modes.filter((mode) => folder.steps.includes(stepOf[mode]))
  if (!first) return { work: <p className="desk-note">{t('case.readOnly')}</p>, assign: null }
  const [people, departments] = await Promise.all([
    listCaseWorkers(payload),
    listDepartments(payload, { locale, reader: { user } }),
  ])
  const common = { action: workOnCase.bind(null, folder.id, locale), seq: folder.seq, words: wordsOf(t) }
  return {
    work: (
      <WorkForm
        {...common}
        inquiry={folder.id}
        submissionKey={randomToken()}
        people={people.filter(({ id }) => id !== user.id)}
        departments={departments}
        modes={[first, ...others]}
        isClosed={folder.status === 'closed'}
        canClose={folder.steps.includes('closed')}
      />
    ),
    assign: folder.steps.includes('assigned') ? (
      <AssignForm
        {...common}
        submissionKey={randomToken()}
        people={people}
        me={user.id}
        assignee={folder.assignee?.id ?? null}
      />
    ) : null,
  }
}

function OpenCase({
  folder,
  shown,
  work,
  assign,
}: {
  folder: CaseDetail
  shown: Shown
  work: ReactNode
  assign: ReactNode
}) {
  const { locale, t } = shown
  return (
    <>
      <header className="desk-head">
        <p className="desk-sub">
          {t('case.title')} <Reference>{folder.reference}</Reference>
        </p>
        <h1>
          <bdi>{folder.subject || t('inbox.erased')}</bdi>
        </h1>
        <p className="desk-badges">
          <StatusDot status={folder.status} label={statusLabels[folder.status][locale]} />
          <DueBadge due={folder} locale={locale} t={t} />
        </p>
      </header>
      {folder.isUndelivered ? (
        <p className="desk-note desk-note-warn" role="status">
          {t(folder.phone ? 'case.undelivered.call' : 'case.undelivered.wait')}
        </p>
      ) : null}
      <section className="desk-held" aria-label={t('case.fact.assignee')}>
        <p>
          {t('case.fact.assignee')}: <HeldBy folder={folder} t={t} />
        </p>
        {assign}
      </section>
      <div className="desk-case">
        <div className="desk-main">
          <section aria-labelledby="case-message">
            <h2 id="case-message">{t('case.message')}</h2>
            <blockquote className="desk-quote" dir="auto">
              {folder.message || t('inbox.erased')}
            </blockquote>
            <Attachments files={folder.files} t={t} />
          </section>
          {folder.events.length > 0 ? (
            <section aria-labelledby="case-timeline">
              <h2 id="case-timeline">{t('case.timeline')}</h2>
              <ol className="desk-timeline">
                {folder.events.map((event, index) => (
                  <Event
                    key={event.id}
                    event={event}
                    shown={shown}
                    id={index === folder.events.length - 1 ? latestStepId : undefined}
                  />
                ))}
              </ol>
            </section>
          ) : null}
          {work}
        </div>
        <section className="desk-aside" aria-labelledby="case-facts">
          <h2 id="case-facts">{t('case.facts')}</h2>
          <Facts folder={folder} shown={shown} />
          {folder.steps.length > 0 ? <Keys t={t} /> : null}
        </section>
      </div>
    </>
  )
}

function Facts({ folder, shown }: { folder: CaseDetail; shown: Shown }) {
  const { locale, now, t } = shown
  return (
    <dl className="desk-facts">
      <Fact term={t('case.fact.person')}>
        {folder.name ? <bdi>{folder.name}</bdi> : t(folder.isAnonymous ? 'case.anonymous' : 'inbox.noName')}
      </Fact>
      {folder.phone ? (
        <Fact term={t('case.fact.phone')}>
          <a href={telephoneHref(folder.phone)}>
            <bdi dir="ltr">{folder.phone}</bdi>
          </a>
        </Fact>
      ) : null}
      {folder.email ? (
        <Fact term={t('case.fact.email')}>
          <bdi dir="ltr">{readableEmail(folder.email)}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('case.fact.replyChannel')}>{replyChannelLabels[folder.replyChannel][locale]}</Fact>
      <Fact term={t('case.fact.locale')}>{t(`case.locale.${folder.locale}`)}</Fact>
      <Fact term={t('case.fact.kind')}>{inquiryKindLabels[folder.kind][locale]}</Fact>
      {folder.service ? (
        <Fact term={t('case.fact.service')}>
          <bdi>{folder.service}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('case.fact.channel')}>{channelLabels[folder.channel][locale]}</Fact>
      <Fact term={t('case.fact.received')}>
        <Moment at={folder.receivedAt} locale={locale} now={now} />
      </Fact>
      {folder.recordedBy ? (
        <Fact term={t('case.fact.recordedBy')}>
          <bdi>{nameOf(folder.recordedBy, t)}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('case.fact.consent')}>{consentFormLabels[folder.consentForm][locale]}</Fact>
      {folder.dueAt ? (
        <Fact term={t('case.fact.due')}>
          <Moment at={folder.dueAt} locale={locale} now={now} />
        </Fact>
      ) : null}
    </dl>
  )
}

/** With whom the case is, and in which department. */
function HeldBy({ folder: { assignee, department }, t }: { folder: CaseDetail; t: DeskTranslator }) {
  return (
    <>
      {assignee ? <bdi>{nameOf(assignee, t)}</bdi> : t('inbox.nobody')}
      {department?.name ? (
        <>
          {' ('}
          <bdi>{department.name}</bdi>)
        </>
      ) : null}
    </>
  )
}

/** What a keyboard does here beside what it does everywhere. */
function Keys({ t }: { t: DeskTranslator }) {
  return (
    <details className="desk-keys">
      <summary>{t('case.keys.title')}</summary>
      <dl>
        <Fact term={t('case.keys.send')}>
          <kbd dir="ltr">Ctrl + Enter</kbd>
        </Fact>
        <Fact term={t('case.keys.choose')}>
          <kbd dir="ltr">← →</kbd>
        </Fact>
        <Fact term={t('case.keys.next')}>
          <kbd dir="ltr">Tab</kbd>
        </Fact>
      </dl>
    </details>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const nameOf = ({ name }: Pick<AssigneeRef, 'name'>, t: DeskTranslator): string => name ?? t('case.by.formerStaff')

const KILOBYTE = 1024

function Attachments({ files, t }: { files: readonly CaseFile[]; t: DeskTranslator }) {
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
const internal: ReadonlySet<CaseEvent['type']> = new Set(['noted', 'referred', 'released', 'undelivered'])
const isInternal = (type: CaseEvent['type']) => internal.has(type)

function Event({ event, shown: { locale, now, t }, id }: { event: CaseEvent; shown: Shown; id: string | undefined }) {
  const comma = commaOf(locale)
  const receiver = event.assignee ?? event.department
  return (
    <li id={id} className={isInternal(event.type) ? 'desk-event-internal' : undefined}>
      <b>{eventLabels[event.type][locale]}</b>{' '}
      {receiver ? <bdi>{t('case.to', { name: nameOf(receiver, t) })}</bdi> : null}
      <span className="desk-sub">
        <bdi>{event.by.kind === 'staff' ? nameOf(event.by, t) : t(`case.by.${event.by.kind}`)}</bdi>
        {comma}
        <Moment at={event.at} locale={locale} now={now} />
        {isMailable(event.type) ? `${comma}${t(`case.mail.${event.mail.state}`)}` : null}
      </span>
      {event.text ? (
        <p className="desk-words" dir="auto">
          {event.text}
        </p>
      ) : null}
      <Attachments files={event.files} t={t} />
    </li>
  )
}

function wordsOf(t: DeskTranslator): CaseWords {
  const mode = (name: Mode) => ({
    mode: t(`case.work.mode.${name}`),
    label: t(`case.work.label.${name}`),
    help: t(`case.work.help.${name}`),
  })
  const submit = (name: keyof CaseWords['submit']) => t(`case.work.submit.${name}`)
  return {
    title: t('case.work.title'),
    modes: {
      answer: mode('answer'),
      ask: mode('ask'),
      refer: mode('refer'),
      note: mode('note'),
      reopen: mode('reopen'),
    },
    refer: {
      label: t('case.work.target'),
      choose: t('case.work.chooseTarget'),
      people: t('case.work.people'),
      departments: t('case.work.departments'),
    },
    submit: {
      answer: submit('answer'),
      answerAndClose: submit('answerAndClose'),
      ask: submit('ask'),
      refer: submit('refer'),
      note: submit('note'),
      close: submit('close'),
      reopen: submit('reopen'),
    },
    closeHelp: t('case.work.closeHelp'),
    closed: t('case.work.closed'),
    pending: t('case.work.pending'),
    restored: t('case.work.restored'),
    assign: {
      label: t('case.assign.label'),
      choose: t('case.assign.choose'),
      submit: t('case.assign.submit'),
      take: t('case.assign.take'),
      toOthers: t('case.assign.toOthers'),
    },
    latest: t('case.latest'),
  }
}
