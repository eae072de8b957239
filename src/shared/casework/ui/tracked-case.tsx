import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import type { Locale } from '@/i18n/routing'
import type { TrackedCase, TrackedStep } from '@/shared/casework/server/tracking'
import { Letter, Quote, Status, type StatusTone, Timeline, type TimelineItem } from '@/ui/case'
import { DateTime } from '@/ui/date'
import { Disclosure, Note, PageHead, Panel, Split } from '@/ui/page'
import { Num, UserText } from '@/ui/text'
import { DueExplained } from './due-explained'
import { ReplyForm, type ReplyPurpose } from './reply-form'
import { ServiceLine } from './service-line'
import { UserParagraphs } from './user-paragraphs'

const tones: Record<TrackedCase['status'], StatusTone> = {
  new: 'wait',
  open: 'plain',
  waiting: 'warn',
  answered: 'done',
  closed: 'done',
}

const purposes: Record<TrackedCase['status'], ReplyPurpose> = {
  new: 'add',
  open: 'add',
  waiting: 'asked',
  answered: 'reopen',
  closed: 'reopen',
}

/** A case in plain words, as the person sees it. */
export function TrackedCaseView({
  tracked,
  locale,
  now,
  hasAdded,
  signature,
  reply,
  children,
}: {
  tracked: TrackedCase
  locale: Locale
  now: Date
  /** Just now, by this page's form. */
  hasAdded: boolean
  /** Who signs our answers: the association's name. */
  signature: string
  reply: Omit<ComponentProps<typeof ReplyForm>, 'purpose'>
  /** Between our answer and the person's next words: the invitation to evaluate. */
  children?: ReactNode
}) {
  const t = useTranslations('cases')
  const { status, steps } = tracked
  const answers = steps.filter(({ type }) => type === 'answered')
  const newest = answers.at(-1)
  // What was said before an answer is in it.
  const since = steps.slice(steps.findLastIndex(({ type }) => type === 'answered') + 1)
  const interim = status === 'closed' ? undefined : since.findLast(({ type }) => type === 'informed')
  const question = status === 'waiting' ? steps.findLast(({ type }) => type === 'asked') : undefined
  return (
    <>
      <PageHead
        status={<StatusSentence tracked={tracked} locale={locale} now={now} />}
        title={t.rich('track.caseTitle', { num: () => <Num>{tracked.reference}</Num> })}
      >
        <DueSentence tracked={tracked} locale={locale} now={now} />
        {tracked.isRestricted ? <p>{t('track.restricted')}</p> : null}
        {hasAdded ? (
          <Note>
            <p role="status">{t('track.added')}</p>
          </Note>
        ) : null}
      </PageHead>
      <Split
        aside={
          <aside className="stack" aria-labelledby="story-title">
            <h2 id="story-title">{t('track.story')}</h2>
            <Story tracked={tracked} locale={locale} now={now} />
          </aside>
        }
      >
        {question ? (
          <Panel id="question-title" title={t('track.question')}>
            <UserParagraphs text={question.text ?? ''} hasLinks />
          </Panel>
        ) : null}
        {interim ? (
          <Panel id="interim-title" title={t('track.interim')}>
            <UserParagraphs text={interim.text ?? ''} hasLinks />
          </Panel>
        ) : null}
        {newest ? (
          <Letter
            id="answer-title"
            title={t('track.answer')}
            signature={signature}
            after={
              <>
                {answers.length > 1 ? (
                  <Disclosure summary={t('track.earlierAnswers')}>
                    {answers.slice(0, -1).map((answer) => (
                      <Said key={answer.key} step={answer} locale={locale} now={now} />
                    ))}
                  </Disclosure>
                ) : null}
                <Disclosure summary={t('track.asked')}>
                  <Asked tracked={tracked} locale={locale} now={now} />
                </Disclosure>
              </>
            }
          >
            <UserParagraphs text={newest.text ?? ''} hasLinks />
          </Letter>
        ) : (
          <section className="stack" aria-labelledby="asked-title">
            <h2 id="asked-title">{t('track.asked')}</h2>
            <Asked tracked={tracked} locale={locale} now={now} />
          </section>
        )}
        {children}
        <ReplyForm {...reply} purpose={purposes[status]} />
      </Split>
    </>
  )
}

interface Told {
  tracked: TrackedCase
  locale: Locale
  now: Date
}

function StatusSentence({ tracked, locale, now }: Told) {
  const t = useTranslations('cases')
  const at = tracked.status === 'closed' ? tracked.closedAt : tracked.answeredAt
  const date = () => <DateTime instant={at ?? tracked.receivedAt} locale={locale} now={now} hasTime={false} />
  const said = tracked.outcome ?? tracked.status
  return <Status tone={tones[tracked.status]}>{t.rich(`track.status.${said}`, { date })}</Status>
}

/** Until when we wait for the person, or when our answer is due or that it is late. */
function DueSentence({ tracked, locale, now }: Told) {
  const t = useTranslations('cases')
  const { closesAt, dueAt, status } = tracked
  if (closesAt) {
    const until = () => <DateTime instant={closesAt} locale={locale} now={now} hasTime={false} />
    return <p>{t.rich('track.waitsUntil', { date: until })}</p>
  }
  if (!dueAt || (status !== 'new' && status !== 'open')) return null
  const date = () => <DateTime instant={dueAt} locale={locale} now={now} hasTime={false} />
  return (
    <>
      <p>{t.rich(dueAt < now ? 'track.late' : 'track.due', { date })}</p>
      {tracked.due ? <DueExplained due={tracked.due} locale={locale} now={now} /> : null}
    </>
  )
}

/** A step's words, with their date. */
function Said({ step, locale, now }: { step: TrackedStep; locale: Locale; now: Date }) {
  return (
    <Quote>
      <p className="small muted">
        <DateTime instant={step.at} locale={locale} now={now} />
      </p>
      <UserParagraphs text={step.text ?? ''} hasLinks={step.type === 'answered'} />
    </Quote>
  )
}

/** What the person wrote, first and since. */
function Asked({ tracked, locale, now }: Told) {
  const t = useTranslations('cases')
  const added = tracked.steps.filter(({ type }) => type === 'added' || type === 'reopened')
  return (
    <>
      <Quote>
        <p>
          <b>
            <UserText>{tracked.subject}</UserText>
          </b>
        </p>
        <ServiceLine service={tracked.service} />
        <UserParagraphs text={tracked.message} />
      </Quote>
      {added.map((step) => (
        <Said key={step.key} step={step} locale={locale} now={now} />
      ))}
      {tracked.attachments.length > 0 ? (
        <>
          <h3>{t('track.attachments')}</h3>
          <ul className="dots">
            {tracked.attachments.map((file) => (
              <li key={file}>
                <UserText>{file}</UserText>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Story({ tracked, locale, now }: Told) {
  const t = useTranslations('cases')
  const when = (at: Date) => <DateTime instant={at} locale={locale} now={now} />
  const past = [
    { key: 'received', title: t('track.step.received'), when: when(tracked.receivedAt) },
    ...tracked.steps.map((step) => ({
      key: step.key,
      title: step.department
        ? t.rich('track.step.referredTo', { department: () => <UserText>{step.department}</UserText> })
        : t(`track.step.${step.outcome ?? step.type}`),
      when: when(step.at),
    })),
  ]
  const isOver = tracked.status === 'answered' || tracked.status === 'closed'
  const next: TimelineItem[] = isOver
    ? []
    : [
        {
          key: 'next',
          state: 'next',
          title: tracked.status === 'waiting' ? t('track.step.nextAfterReply') : t('track.step.next'),
        },
      ]
  return (
    <Timeline
      items={[
        ...past.map((item, index) => ({
          ...item,
          state: index === past.length - 1 ? ('now' as const) : ('past' as const),
        })),
        ...next,
      ]}
    />
  )
}
