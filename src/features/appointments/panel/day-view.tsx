import type { AdminViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { type Translator, translator } from '@/i18n/translator'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { PrintButton } from '@/panel/print-button'
import { signedIn } from '@/panel/signed-in'
import { dateText, formatDate, formatTime, startOfDay } from '@/platform/calendar'
import { TelephoneLink } from '@/ui/text'
import { appointmentStateLabels } from '../cms/labels'
import { type ListedAppointment, listDay } from '../server/day-list'
import { mayOpenTimes } from '../server/open-series'
import { workOnAppointment } from './day-actions'
import { DayForm } from './day-form'
import './day.css'

const path = '/admin/appointments'
const DAY_MS = 86_400_000

const isoOf = (day: Date): string => formatDate(day, 'en').iso
const addressOf = (day: Date): string => `${path}?day=${isoOf(day)}`

/** Noon in UTC of the day that is asked for; of today where none is, or none that exists. */
function askedDay(searchParams: AdminViewServerProps['searchParams'], now: Date): Date {
  const asked = searchParams?.day
  const today = new Date(startOfDay(now).getTime() + DAY_MS / 2)
  if (typeof asked !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(asked)) return today
  const day = new Date(`${asked}T12:00:00.000Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== asked ? today : day
}

/** Who comes on a day: the sheet of the person who receives them. */
export async function DayView(view: AdminViewServerProps) {
  const user = signedIn(view, path)
  const { req } = view.initPageResult
  const locale = panelLocale(req.i18n)
  const t = translator('appointments', locale)
  const now = new Date()
  const day = askedDay(view.searchParams, now)
  const appointments = await listDay(req.payload, { user, day, locale, now })
  const at = (days: number) => new Date(day.getTime() + days * DAY_MS)
  return (
    <PageFrame view={view} className="desk appointments">
      <div className="desk-top">
        <h1>{t('desk.title')}</h1>
        {mayOpenTimes(user) ? (
          <a className="desk-button" href="/admin/collections/appointment-times">
            {t('desk.times')}
          </a>
        ) : null}
      </div>
      {appointments ? (
        <>
          <nav className="desk-pages" aria-label={t('desk.chooseDay')}>
            <a href={addressOf(at(-1))}>{t('desk.previous')}</a>
            <a href={path}>{t('desk.today')}</a>
            <a href={addressOf(at(1))}>{t('desk.next')}</a>
          </nav>
          <form action={path} method="get" className="desk-row appointments-day">
            <label htmlFor="appointments-day">{t('desk.chooseDay')}</label>
            <input id="appointments-day" name="day" type="date" defaultValue={isoOf(day)} />
            <button type="submit" className="desk-quiet">
              {t('desk.show')}
            </button>
            <PrintButton>{t('desk.print')}</PrintButton>
          </form>
          <h2>
            {t('desk.day')} {dateText(day, locale)}
          </h2>
          <p>{t('desk.count', { count: appointments.filter(({ state }) => state !== 'cancelled').length })}</p>
          {appointments.length === 0 ? (
            <p className="desk-empty">{t('desk.empty')}</p>
          ) : (
            <ClientMessages locale={locale} namespaces={['appointments.desk.form']}>
              <DayTable appointments={appointments} locale={locale} t={t} />
            </ClientMessages>
          )}
        </>
      ) : (
        <p className="desk-note">{t('desk.notYours')}</p>
      )}
    </PageFrame>
  )
}

interface Shown {
  locale: 'ar' | 'en'
  t: Translator<'appointments'>
}

function DayTable({ appointments, ...shown }: { appointments: readonly ListedAppointment[] } & Shown) {
  const { t } = shown
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('desk.column.time')}</th>
          <th scope="col">{t('desk.column.person')}</th>
          <th scope="col">{t('desk.column.contact')}</th>
          <th scope="col">{t('desk.column.place')}</th>
          <th scope="col">{t('desk.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {appointments.map((appointment) => (
          <AppointmentRow key={appointment.id} appointment={appointment} {...shown} />
        ))}
      </tbody>
    </table>
  )
}

function AppointmentRow({ appointment, locale, t }: { appointment: ListedAppointment } & Shown) {
  const { id, startsAt, minutes, place, state, cancelledBy, person, isErased } = appointment
  const { clock, period } = formatTime(new Date(startsAt), locale)
  return (
    <tr className={state === 'cancelled' ? 'appointments-off' : undefined}>
      <th scope="row">
        <bdi dir="ltr">{clock}</bdi> {period}
        <span className="desk-sub">{t('length', { minutes })}</span>
      </th>
      <td>
        {person ? (
          <>
            <bdi>{person.name}</bdi>
            {person.about ? (
              <span className="desk-sub">
                <bdi>{person.about}</bdi>
              </span>
            ) : null}
            {person.inquiry ? (
              <span className="desk-sub">
                {t('desk.column.case')}{' '}
                <a href={`/admin/inbox/${person.inquiry.id}`}>
                  <bdi dir="ltr">{person.inquiry.reference}</bdi>
                </a>
              </span>
            ) : null}
          </>
        ) : (
          t(isErased ? 'desk.erased' : 'desk.restricted')
        )}
      </td>
      <td>
        {person?.phone ? <TelephoneLink number={person.phone} /> : null}
        {person?.email ? (
          <span className="desk-sub">
            <bdi dir="ltr">{person.email}</bdi>
          </span>
        ) : null}
      </td>
      <td>
        <bdi>{place}</bdi>
      </td>
      <td>
        {appointmentStateLabels[state][locale]}
        {cancelledBy ? <span className="desk-sub">{t(`desk.by.${cancelledBy}`)}</span> : null}
        {person?.reason ? (
          <span className="desk-sub">
            <bdi>{person.reason}</bdi>
          </span>
        ) : null}
        {cancelledBy === 'staff' && person && !person.email ? (
          <span className="desk-sub">{t('desk.outcome.cancelledByPhone')}</span>
        ) : null}
        {person?.isUnreached ? <span className="desk-sub">{t('desk.mailRefused')}</span> : null}
        {appointment.mayMark || appointment.mayCancel ? (
          <DayForm
            action={workOnAppointment.bind(null, id, locale)}
            id={id}
            state={state}
            mayMark={appointment.mayMark}
            mayCancel={appointment.mayCancel}
            note={person && !person.email ? t('desk.noMail') : ''}
          />
        ) : null}
      </td>
    </tr>
  )
}
