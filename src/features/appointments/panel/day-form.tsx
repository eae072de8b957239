'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react'
import { type DayAction, freshDayForm } from './day-form-state'

/** What staff do with one appointment of the day. */
export function DayForm({
  action,
  id,
  state,
  mayMark,
  mayCancel,
  note,
}: {
  action: DayAction
  id: string
  state: string
  mayMark: boolean
  mayCancel: boolean
  /** What follows from a cancellation; empty for nothing. */
  note: string
}) {
  const t = useTranslations('appointments.desk.form')
  const router = useRouter()
  const [result, post, isPending] = useActionState(action, freshDayForm)
  const notice = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (result.outcome === 'fresh') return
    notice.current?.focus()
    if (result.outcome === 'saved') router.refresh()
  }, [result, router])
  // Posted by hand, because React empties a form that it posts itself.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    startTransition(() => post(form))
  }
  const tone = result.outcome === 'saved' ? 'done' : 'danger'
  return (
    <form onSubmit={onSubmit}>
      {mayMark ? (
        <p className="desk-actions">
          {(['attended', 'missed'] as const).map((command) => (
            <button
              key={command}
              type="submit"
              name="command"
              value={command}
              disabled={isPending}
              aria-pressed={state === command}
              className="desk-quiet"
            >
              {t(command)}
            </button>
          ))}
        </p>
      ) : null}
      {mayCancel ? (
        <details>
          <summary>{t('cancel')}</summary>
          <p className="desk-field">
            <label htmlFor={`reason-${id}`}>{t('reason')}</label>
            <textarea id={`reason-${id}`} name="reason" rows={3} dir="auto" aria-describedby={`reason-help-${id}`} />
          </p>
          <p id={`reason-help-${id}`} className="desk-help">
            {note || t('reasonHelp')}
          </p>
          <p className="desk-actions">
            <button type="submit" name="command" value="cancel" disabled={isPending}>
              {isPending ? t('pending') : t('cancelNow')}
            </button>
          </p>
        </details>
      ) : null}
      <p
        ref={notice}
        tabIndex={-1}
        role="status"
        className={result.message ? `desk-outcome desk-status desk-status-${tone}` : 'desk-outcome'}
      >
        {result.message}
      </p>
    </form>
  )
}
