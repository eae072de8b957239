'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useRef } from 'react'
import { SlipSheet } from '../ui/slip'
import { Hidden } from './case-form'
import { freshReissueForm, type ReissueAction } from './reissue-form-state'

/** Gives a person who lost the code, and was verified, another one. */
export function ReissueForm({
  action,
  submissionKey,
  seq,
  isAsked,
}: {
  action: ReissueAction
  submissionKey: string
  seq: number
  /** The person asks for it. */
  isAsked: boolean
}) {
  const t = useTranslations('desk.case.reissue')
  const [state, post, isPending] = useActionState(action, freshReissueForm)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state !== freshReissueForm) said.current?.focus()
  }, [state])
  if (state.slip) {
    return (
      <div ref={said} tabIndex={-1} className="desk-receipt" role="status">
        <p>{t('done')}</p>
        <SlipSheet slip={state.slip} />
        <p className="desk-actions">
          <button type="button" onClick={() => print()}>
            {t('print')}
          </button>
        </p>
      </div>
    )
  }
  return (
    <details open={isAsked}>
      <summary>{t('title')}</summary>
      <p className="desk-help">{t('help')}</p>
      <form
        className="desk-record"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          startTransition(() => post(form))
        }}
      >
        <Hidden seq={seq} submissionKey={submissionKey} />
        <label className="desk-check">
          <input type="checkbox" name="isVerified" value="yes" />
          <span>{t('verified')}</span>
        </label>
        <div ref={said} tabIndex={-1} role="status">
          {state.message ? <p className="desk-outcome desk-status desk-status-danger">{state.message}</p> : null}
        </div>
        <p className="desk-actions">
          <button type="submit" disabled={isPending}>
            {t('submit')}
          </button>
        </p>
      </form>
    </details>
  )
}
