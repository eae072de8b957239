import { useTranslations } from 'next-intl'
import type { Locale } from '@/i18n/routing'
import { formatTime } from '@/platform/calendar'
import { Actions, ButtonLink } from '@/ui/button'
import { Quote, Status, type StatusTone } from '@/ui/case'
import { DateBoth } from '@/ui/date'
import { type Fact, Facts } from '@/ui/facts'
import { Note, PageHead } from '@/ui/page'
import { UserText } from '@/ui/text'
import type { PersonsAppointment } from '../server/read-appointment'

/** When an appointment is, with its length: day in both calendars, hour and half of the day. */
export function When({
  appointment: { startsAt, minutes },
  locale,
}: {
  appointment: Pick<PersonsAppointment, 'startsAt' | 'minutes'>
  locale: Locale
}) {
  const t = useTranslations('appointments')
  const { clock, period } = formatTime(new Date(startsAt), locale)
  return (
    <>
      <DateBoth date={startsAt} locale={locale} />
      {locale === 'ar' ? '، ' : ', '}
      <span className="unit">
        <bdi className="num" dir="ltr">
          {clock}
        </bdi>
        {'\u00a0'}
        {period}
      </span>
      <span className="small muted block">{t('length', { minutes })}</span>
    </>
  )
}

/** When and where, and what was said. */
export function AppointmentFacts({ appointment, locale }: { appointment: PersonsAppointment; locale: Locale }) {
  const t = useTranslations('appointments.page')
  const { place, department, name, about, note } = appointment
  const user = (key: string, term: string, text: string | null): Fact[] =>
    text ? [{ key, term, value: <UserText>{text}</UserText> }] : []
  return (
    <Facts
      items={[
        { key: 'when', term: t('when'), value: <When appointment={appointment} locale={locale} /> },
        ...user('place', t('place'), place),
        ...user('department', t('department'), department),
        ...user('note', t('note'), note),
        ...user('name', t('name'), name),
        ...user('about', t('about'), about),
      ]}
    />
  )
}

const tones: Record<PersonsAppointment['state'], StatusTone> = {
  booked: 'done',
  cancelled: 'danger',
  attended: 'plain',
  missed: 'plain',
}

export type AppointmentDone = 'booked' | 'moved' | 'cancelled'

/** An appointment on the page of the person who booked it: what it is, and what can be done with it. */
export function AppointmentView({
  appointment,
  locale,
  done,
  hrefs,
}: {
  appointment: PersonsAppointment
  locale: Locale
  /** What was just done. */
  done: AppointmentDone | null
  hrefs: { calendar: string; move: string; cancel: string; another: string }
}) {
  const t = useTranslations('appointments.page')
  const { state, cancelledBy, reason, isMailed, isOpenToChange } = appointment
  return (
    <div className="stack-l">
      <PageHead title={t('title')} status={<Status tone={tones[state]}>{t(`state.${state}`)}</Status>}>
        {done ? (
          <Note>
            <p role="status">
              {t(`done.${done}`)} {done !== 'cancelled' && isMailed ? t('mailed') : null}
            </p>
          </Note>
        ) : null}
        {state === 'cancelled' && cancelledBy === 'staff' ? <p>{t('by.staff')}</p> : null}
        {state === 'cancelled' && cancelledBy === 'person' && !done ? <p>{t('by.person')}</p> : null}
        {state === 'booked' && !isOpenToChange ? <p>{t('over')}</p> : null}
      </PageHead>
      {state === 'cancelled' && reason ? (
        <section className="stack" aria-labelledby="reason-title">
          <h2 id="reason-title">{t('reason')}</h2>
          <Quote>
            <p>
              <UserText>{reason}</UserText>
            </p>
          </Quote>
        </section>
      ) : null}
      <AppointmentFacts appointment={appointment} locale={locale} />
      {isOpenToChange ? (
        <>
          <p>{t('keep')}</p>
          <Actions>
            <ButtonLink href={hrefs.calendar}>{t('calendar')}</ButtonLink>
            <ButtonLink isQuiet href={hrefs.move}>
              {t('move')}
            </ButtonLink>
            <ButtonLink isQuiet href={hrefs.cancel}>
              {t('cancel')}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Actions>
          <ButtonLink isQuiet href={hrefs.another}>
            {t('another')}
          </ButtonLink>
        </Actions>
      )}
    </div>
  )
}
