'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react'
import { freshImportForm, type ImportAction, type PreviewRow } from './import-form-state'

/** Adds the holidays of an .ics file, after a look at what it would add. */
export function ImportForm({ action }: { action: ImportAction }) {
  const t = useTranslations('calendar.importForm')
  const router = useRouter()
  const [state, post, isPending] = useActionState(action, freshImportForm)
  const notice = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (state.outcome === 'fresh') return
    notice.current?.focus()
    if (state.outcome === 'added') router.refresh()
  }, [state, router])
  // Posted by hand, because React empties a form that it posts itself.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    startTransition(() => post(form))
  }
  const tone = state.outcome === 'invalid' ? 'danger' : 'done'
  return (
    <details className="calendar-import">
      <summary>{t('title')}</summary>
      <form onSubmit={onSubmit}>
        <p className="desk-field">
          <label htmlFor="ics-file">{t('file')}</label>
          <input id="ics-file" type="file" name="file" accept=".ics,text/calendar" aria-describedby="ics-help" />
        </p>
        <p id="ics-help" className="desk-help">
          {t('help')}
        </p>
        <p className="desk-actions">
          <button type="submit" name="command" value="preview" disabled={isPending} className="desk-quiet">
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
      {state.notes.length > 0 ? (
        <ul>
          {state.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {state.rows.length > 0 ? (
        <form onSubmit={onSubmit}>
          <ol className="calendar-preview">
            {state.rows.map((row, index) => (
              <Row key={`${row.firstDay} ${row.lastDay}`} row={row} index={index} />
            ))}
          </ol>
          <p className="desk-actions">
            <button type="submit" name="command" value="add" disabled={isPending}>
              {isPending ? t('pending') : t('add')}
            </button>
          </p>
        </form>
      ) : null}
    </details>
  )
}

function Row({ row, index }: { row: PreviewRow; index: number }) {
  const t = useTranslations('calendar.importForm')
  return (
    <li>
      <input type="hidden" name={`firstDay-${index}`} value={row.firstDay} />
      <input type="hidden" name={`lastDay-${index}`} value={row.lastDay} />
      <input type="hidden" name={`days-${index}`} value={row.days} />
      <label>
        <input type="checkbox" name={`pick-${index}`} defaultChecked /> {row.days}
      </label>
      <span className="calendar-names">
        <input
          name={`nameAr-${index}`}
          defaultValue={row.nameAr}
          maxLength={80}
          dir="rtl"
          aria-label={t('nameAr')}
          placeholder={t('nameAr')}
        />
        <input
          name={`nameEn-${index}`}
          defaultValue={row.nameEn}
          maxLength={80}
          dir="ltr"
          aria-label={t('nameEn')}
          placeholder={t('nameEn')}
        />
      </span>
    </li>
  )
}
