'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react'
import { limits } from '../schema'
import { freshSeriesForm, type SeriesAction } from './series-form-state'

/** Opens the times of some days at once. */
export function SeriesForm({
  action,
  departments,
  today,
}: {
  action: SeriesAction
  departments: readonly { id: string; name: string }[]
  /** As a date field takes it. */
  today: string
}) {
  const t = useTranslations('appointments.series')
  const router = useRouter()
  const [state, post, isPending] = useActionState(action, freshSeriesForm)
  const notice = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (state.outcome === 'fresh') return
    notice.current?.focus()
    if (state.outcome === 'opened') router.refresh()
  }, [state, router])
  // Posted by hand, because React empties a form that it posts itself.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => post(form))
  }
  const tone = state.outcome === 'invalid' ? 'danger' : 'done'
  return (
    <details>
      <summary>{t('title')}</summary>
      <form onSubmit={onSubmit}>
        <p className="desk-help">{t('help')}</p>
        <div className="desk-row">
          <Input name="firstDay" label={t('firstDay')} type="date" min={today} defaultValue={today} />
          <Input name="lastDay" label={t('lastDay')} type="date" min={today} defaultValue={today} />
        </div>
        <div className="desk-row">
          <Input name="from" label={t('from')} dir="ltr" defaultValue="9:00" aria-describedby="series-time-help" />
          <Input name="until" label={t('until')} dir="ltr" defaultValue="12:00" aria-describedby="series-time-help" />
          <Input name="minutes" label={t('minutes')} dir="ltr" inputMode="numeric" defaultValue="30" />
        </div>
        <p id="series-time-help" className="desk-help">
          {t('timeHelp')}
        </p>
        <div className="desk-row">
          <Input name="placeAr" label={t('placeAr')} dir="rtl" maxLength={limits.place} />
          <Input name="placeEn" label={t('placeEn')} dir="ltr" maxLength={limits.place} />
        </div>
        <div className="desk-field">
          <label htmlFor="series-department">{t('department')}</label>
          <select id="series-department" name="department" defaultValue="">
            <option value="">{t('noDepartment')}</option>
            {departments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="desk-row">
          <Input name="noteAr" label={t('noteAr')} dir="rtl" maxLength={limits.note} />
          <Input name="noteEn" label={t('noteEn')} dir="ltr" maxLength={limits.note} />
        </div>
        <p className="desk-actions">
          <button type="submit" disabled={isPending}>
            {isPending ? t('pending') : t('submit')}
          </button>
        </p>
      </form>
      <p
        ref={notice}
        tabIndex={-1}
        role="status"
        className={state.message ? `desk-outcome desk-status desk-status-${tone}` : 'desk-outcome'}
      >
        {state.message}
      </p>
    </details>
  )
}

function Input({ name, label, ...input }: ComponentProps<'input'> & { name: string; label: string }) {
  const id = `series-${name}`
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <input type="text" {...input} id={id} name={name} autoComplete="off" />
    </div>
  )
}
