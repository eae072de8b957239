import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/routing'
import { formatDate, formatTime } from '@/platform/calendar'
import { DateBoth } from '@/ui/date'
import { describedBy, FieldNotes, fieldClass, LabelText } from '@/ui/field'
import { UserText } from '@/ui/text'
import type { OpenTime } from '../schema'

/** The same day in Riyadh under one heading, earliest first. */
function byDay(times: readonly OpenTime[], locale: Locale): [day: string, times: OpenTime[]][] {
  const days = new Map<string, OpenTime[]>()
  for (const time of times) {
    const { iso } = formatDate(new Date(time.startsAt), locale)
    days.set(iso, [...(days.get(iso) ?? []), time])
  }
  return [...days]
}

/** The open times as radios, by day in both calendars. The first one has the id `id`. */
export function TimeChoices({
  id,
  times,
  chosen,
  label,
  error,
  errorLabel,
}: {
  id: string
  times: readonly OpenTime[]
  chosen: string
  label: ReactNode
  error?: ReactNode
  errorLabel: string
}) {
  const t = useTranslations('appointments')
  const locale = useLocale() as Locale
  const [first] = times
  const { 'aria-describedby': described } = describedBy({ id, help: true, error })
  return (
    <div className={fieldClass(error)}>
      <fieldset aria-describedby={described}>
        <legend>
          <LabelText label={label} />
        </legend>
        <FieldNotes id={id} help={t('field.timeHelp')} error={error} errorLabel={errorLabel} />
        <div className="times">
          {byDay(times, locale).map(([day, onDay]) => {
            const isAlike = onDay.every((time) => whereOf(time) === whereOf(onDay[0]))
            const dayId = `${id}-${day}`
            return (
              // biome-ignore lint/a11y/useSemanticElements: a second fieldset inside would be read out with every choice
              <div
                key={day}
                role="group"
                aria-labelledby={dayId}
                aria-describedby={isAlike ? `${dayId}-where` : undefined}
                className="times-day"
              >
                <h2 id={dayId}>
                  <DateBoth date={onDay[0]?.startsAt ?? day} locale={locale} />
                </h2>
                {isAlike && onDay[0] ? (
                  <p className="help" id={`${dayId}-where`}>
                    <Where time={onDay[0]} />
                  </p>
                ) : null}
                <div className={isAlike ? 'choices times-grid' : 'choices'}>
                  {onDay.map((time) => (
                    <TimeChoice
                      key={time.id}
                      id={time === first ? id : `${id}-${time.id}`}
                      time={time}
                      isChosen={time.id === chosen}
                      isPlaceShown={!isAlike}
                      locale={locale}
                    />
                  ))}
                </div>
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

/** What distinguishes times of one day besides the hour. */
const whereOf = (time: OpenTime | undefined): string =>
  JSON.stringify(time && [time.minutes, time.place, time.department, time.note])

/** How long, where, with whom, and what to bring. */
function Where({ time }: { time: OpenTime }) {
  const t = useTranslations('appointments')
  return (
    <>
      {t('length', { minutes: time.minutes })} · <UserText>{time.place}</UserText>
      {time.department ? (
        <>
          {' '}
          · <UserText>{time.department}</UserText>
        </>
      ) : null}
      {time.note ? (
        <>
          <br />
          <UserText>{time.note}</UserText>
        </>
      ) : null}
    </>
  )
}

function TimeChoice({
  id,
  time,
  isChosen,
  isPlaceShown,
  locale,
}: {
  id: string
  time: OpenTime
  isChosen: boolean
  /** Where it isn't said once for the whole day. */
  isPlaceShown: boolean
  locale: Locale
}) {
  const { clock, period } = formatTime(new Date(time.startsAt), locale)
  return (
    <label className="choice" htmlFor={id}>
      <input
        type="radio"
        name="time"
        value={time.id}
        id={id}
        defaultChecked={isChosen}
        aria-describedby={isPlaceShown ? `${id}-where` : undefined}
      />{' '}
      <span>
        <bdi className="num" dir="ltr">
          {clock}
        </bdi>
        {'\u00a0'}
        {period}
        {isPlaceShown ? (
          <span className="help" id={`${id}-where`}>
            <Where time={time} />
          </span>
        ) : null}
      </span>
    </label>
  )
}
