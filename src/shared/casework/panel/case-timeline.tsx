import type { Translator } from '@/i18n/translator'
import { eventLabels, outcomeLabels } from '../cms/labels'
import { isToldStep } from '../domain/told-steps'
import type { CaseEvent, CaseFile } from '../server/desk/read-case'
import { commaOf, Moment } from './case-badges'
import { latestStepId } from './case-form-state'
import { nameOf, type Shown } from './case-shown'

/** What happened to a case, in order. */
export function Timeline({
  events,
  shown,
  isBySms,
}: {
  events: readonly CaseEvent[]
  shown: Shown
  /** Whether what is sent goes by text message, for want of an e-mail address. */
  isBySms: boolean
}) {
  return (
    <ol className="desk-timeline">
      {events.map((event, index) => (
        <Event
          key={event.id}
          event={event}
          shown={shown}
          isBySms={isBySms}
          id={index === events.length - 1 ? latestStepId : undefined}
        />
      ))}
    </ol>
  )
}

const KILOBYTE = 1024

export function Attachments({ files, t }: { files: readonly CaseFile[]; t: Translator<'desk'> }) {
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

const internal: ReadonlySet<CaseEvent['type']> = new Set([
  'noted',
  'referred',
  'released',
  'undelivered',
  'told',
  'codeRequested',
])
const isInternal = (type: CaseEvent['type']) => internal.has(type)

/** Whom a step gave the case, or whom it is about. */
const targetOf = ({ type }: CaseEvent) => (type === 'restricted' ? 'case.about' : 'case.to')

function Event({
  event,
  shown: { locale, now, t },
  isBySms,
  id,
}: {
  event: CaseEvent
  shown: Shown
  isBySms: boolean
  id: string | undefined
}) {
  const comma = commaOf(locale)
  const receiver = event.assignee ?? event.department
  return (
    <li id={id} className={isInternal(event.type) ? 'desk-event-internal' : undefined}>
      <b>
        {eventLabels[event.type][locale]}
        {event.outcome ? ` (${outcomeLabels[event.outcome][locale]})` : null}
      </b>{' '}
      {receiver ? <bdi>{t(targetOf(event), { name: nameOf(receiver, t) })}</bdi> : null}
      <span className="desk-sub">
        <bdi>{event.by.kind === 'staff' ? nameOf(event.by, t) : t(`case.by.${event.by.kind}`)}</bdi>
        {comma}
        <Moment at={event.at} locale={locale} now={now} />
        {isToldStep(event.type) ? `${comma}${t(`case.${isBySms ? 'sms' : 'mail'}.${event.mail.state}`)}` : null}
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
