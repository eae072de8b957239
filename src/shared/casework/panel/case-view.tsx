import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/i18n/client-messages'
import { type Translator, translator } from '@/i18n/translator'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import type { User } from '@/payload-types'
import { dateText } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import type { StaffStep } from '@/shared/casework/domain/allowed-transitions'
import { formatReference } from '@/shared/casework/domain/reference'
import { type CaseWorker, listCaseWorkers, listStaff, workersFor } from '@/shared/directory/case-workers'
import { listDepartments } from '@/shared/directory/departments'
import { statusLabels } from '../cms/labels'
import type { CaseList } from '../server/desk/list-cases'
import { otherCasesOfPerson } from '../server/desk/persons-cases'
import { type CaseDetail, readCase } from '../server/desk/read-case'
import { listSavedReplies } from '../server/desk/saved-replies'
import { joinGroups, senderOf } from '../server/mail-facts'
import { markNoticesSeen } from '../server/notices/own-notices'
import { workOnCase } from './actions'
import { AssignForm } from './assign-form'
import { DueBadge, Reference, StatusDot } from './case-badges'
import { Facts, Keys } from './case-facts'
import { type Choice, type Mode, modes, type ReplyChoice, workId } from './case-form-state'
import { isWithoutMail, NoMail, NotReached } from './case-reach'
import { nameOf, type Shown } from './case-shown'
import { CaseTable } from './case-table'
import { Attachments, Timeline } from './case-timeline'
import { DoneNote } from './done-note'
import { reissueForPerson } from './reissue-action'
import { ReissueForm } from './reissue-form'
import { WorkForm } from './work-form'

/** One case on one screen: read, assign, refer, note, ask, answer, close. */
export async function CaseView(view: AdminViewServerProps) {
  const segments = Array.isArray(view.params?.segments) ? view.params.segments : []
  const id = segments[1] ?? ''
  const user = signedIn(view, `/admin/inbox/${id}`)
  const { req } = view.initPageResult
  const locale = panelLocale(req.i18n)
  const shown: Shown = { locale, now: new Date(), t: translator('desk', locale) }
  const detail = await readCase({ payload: req.payload, user, id, locale, now: shown.now })
  if (detail) await markNoticesSeen(req.payload, user, detail.id)
  return (
    <PageFrame view={view} className="desk">
      <p className="desk-back">
        <a href="/admin/inbox">{shown.t('case.back')}</a>
        {detail && detail.steps.length > 0 ? <a href={`#${workId}`}>{shown.t('case.toWork')}</a> : null}
      </p>
      {detail && view.searchParams?.after === 'answer' ? (
        <DoneNote key={detail.id}>{shown.t('case.afterAnswer')}</DoneNote>
      ) : null}
      {detail ? (
        <ClientMessages locale={locale} namespaces={['desk.case.assign', 'desk.case.reissue', 'desk.case.work']}>
          <OpenCase
            detail={detail}
            shown={shown}
            others={await otherCasesOfPerson({ payload: req.payload, user, now: shown.now, locale }, detail.id)}
            {...(await formsOf(view, user, detail, shown))}
          />
        </ClientMessages>
      ) : (
        <>
          <h1>{shown.t('inbox.title')}</h1>
          <p className="desk-empty">{shown.t('case.notFound')}</p>
        </>
      )}
    </PageFrame>
  )
}

const stepOf: Record<Mode, StaffStep> = {
  answer: 'answered',
  ask: 'asked',
  inform: 'informed',
  refer: 'referred',
  note: 'noted',
  tell: 'told',
  reopen: 'reopened',
  restrict: 'restricted',
  unrestrict: 'unrestricted',
}

async function savedRepliesFor(payload: Payload, user: User, detail: CaseDetail): Promise<ReplyChoice[]> {
  const { kindName: kind, locale: language, name, reference, service } = detail
  const values = {
    name,
    reference: joinGroups(formatReference(reference)),
    service,
    association: await senderOf(payload, language),
  }
  const replies = await listSavedReplies(payload, user, { kind, language, values })
  return replies.map(({ id, title, step, text }) => ({
    ...{ id, text },
    name: title,
    mode: step === 'asked' ? 'ask' : 'answer',
  }))
}

/**
 * What can be done now, the likeliest first. Telling the person another way is offered where mail doesn't reach them,
 * and comes first where they know nothing yet.
 */
function modesOf({ steps, isUndelivered, email }: CaseDetail): Mode[] {
  const possible = modes.filter((mode) => steps.includes(stepOf[mode]))
  const others = possible.filter((mode) => mode !== 'tell')
  if (!possible.includes('tell') || (email && !isUndelivered)) return others
  return isUndelivered ? ['tell', ...others] : possible
}

/** With what has to be known of people who are away before something is given to them. */
function choiceOf({ id, name, absence }: CaseWorker, { locale, t }: Shown): Choice {
  if (!absence) return { id, name }
  const { deputy } = absence
  const date = dateText(absence.until, locale)
  return {
    ...{ id, name },
    away: {
      mark: t('case.away.mark'),
      text: deputy ? t('case.away.withDeputy', { date, name: deputy.name }) : t('case.away.alone', { date }),
      deputy: deputy && { id: deputy.id, offer: t('case.away.choose', { name: deputy.name }) },
    },
  }
}

/** The forms that this person can use now: nothing is offered that would be refused. */
async function formsOf(view: AdminViewServerProps, user: User, detail: CaseDetail, shown: Shown) {
  const { locale, t } = shown
  const { payload } = view.initPageResult.req
  const [first, ...others] = modesOf(detail)
  if (!first) return { work: <p className="desk-note">{t('case.readOnly')}</p>, assign: null, reissue: null }
  const [workers, staff, departments, replies] = await Promise.all([
    listCaseWorkers(payload, shown.now),
    listStaff(payload),
    listDepartments(payload, { locale, reader: { user } }),
    savedRepliesFor(payload, user, detail),
  ])
  const { isRestricted } = detail
  const people = workersFor(workers, { isRestricted, concerns: detail.concerns?.id ?? null }).map((person) =>
    choiceOf(person, shown),
  )
  const common = { action: workOnCase.bind(null, detail.id, locale), seq: detail.seq }
  return {
    work: (
      <WorkForm
        key={detail.id}
        {...common}
        caseId={detail.id}
        submissionKey={randomToken()}
        people={people.filter(({ id }) => id !== user.id)}
        staff={staff.filter(({ id }) => id !== user.id)}
        departments={isRestricted ? [] : departments}
        replies={replies}
        modes={[first, ...others]}
        isClosed={detail.status === 'closed'}
        canClose={detail.steps.includes('closed')}
      />
    ),
    assign: detail.steps.includes('assigned') ? (
      <AssignForm
        key={detail.id}
        {...common}
        submissionKey={randomToken()}
        people={people}
        me={user.id}
        assignee={detail.assignee?.id ?? null}
      />
    ) : null,
    reissue: (
      <ReissueForm
        action={reissueForPerson.bind(null, detail.id, locale)}
        submissionKey={randomToken()}
        seq={detail.seq}
        isAsked={asksForCode(detail)}
      />
    ),
  }
}

/** Whether the person is to be called because the code is lost, and not because a mail was refused. */
const asksForCode = ({ isUndelivered, events }: CaseDetail): boolean =>
  isUndelivered &&
  events.findLast(({ type }) => type === 'undelivered' || type === 'codeRequested')?.type === 'codeRequested'

function OpenCase({
  detail,
  shown,
  others,
  work,
  assign,
  reissue,
}: {
  detail: CaseDetail
  shown: Shown
  /** Of the same person. */
  others: CaseList
  work: ReactNode
  assign: ReactNode
  reissue: ReactNode
}) {
  const { locale, t } = shown
  return (
    <>
      <header className="desk-head">
        <p className="desk-sub">
          {t('case.title')} <Reference>{detail.reference}</Reference>
        </p>
        <h1>
          <bdi>{detail.subject || t('inbox.erased')}</bdi>
        </h1>
        <p className="desk-badges">
          <StatusDot status={detail.status} label={statusLabels[detail.status][locale]} />
          <DueBadge due={detail} locale={locale} t={t} />
        </p>
      </header>
      {detail.isUndelivered ? <NotReached detail={detail} isCodeAsked={asksForCode(detail)} t={t} /> : null}
      {detail.isRestricted ? (
        <p className="desk-note desk-note-warn">
          {t('case.restricted.note')}{' '}
          {detail.concerns
            ? t.rich('case.restricted.concerns', {
                name: () => <bdi>{nameOf(detail.concerns ?? { name: null }, t)}</bdi>,
              })
            : null}
        </p>
      ) : null}
      <section className="desk-held" aria-label={t('case.fact.assignee')}>
        <p>
          {t('case.fact.assignee')}: <HeldBy detail={detail} t={t} />
        </p>
        {assign}
      </section>
      <div className="desk-case">
        <div className="desk-main">
          <section aria-labelledby="case-message">
            <h2 id="case-message">{t('case.message')}</h2>
            <blockquote className="desk-quote" dir="auto">
              {detail.message || t('inbox.erased')}
            </blockquote>
            <Attachments files={detail.files} t={t} />
          </section>
          {detail.events.length > 0 ? (
            <section aria-labelledby="case-timeline">
              <h2 id="case-timeline">{t('case.timeline')}</h2>
              <Timeline events={detail.events} shown={shown} isBySms={!detail.email && Boolean(detail.phone)} />
            </section>
          ) : null}
          {isWithoutMail(detail) ? <NoMail detail={detail} t={t} /> : null}
          {work}
          {others.cases.length > 0 ? (
            <section className="desk-part" aria-labelledby="case-others">
              <h2 id="case-others">{t('case.others', { count: others.total ?? others.cases.length })}</h2>
              <CaseTable cases={others.cases} {...shown} />
            </section>
          ) : null}
        </div>
        <section className="desk-aside" aria-labelledby="case-facts">
          <h2 id="case-facts">{t('case.facts')}</h2>
          <Facts detail={detail} shown={shown} />
          {reissue}
          {detail.steps.length > 0 ? <Keys t={t} /> : null}
        </section>
      </div>
    </>
  )
}

/** With whom the case is, and in which department. */
function HeldBy({ detail: { assignee, department }, t }: { detail: CaseDetail; t: Translator<'desk'> }) {
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
