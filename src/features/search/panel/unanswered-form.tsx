'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useId } from 'react'
import type { UnansweredState } from './unanswered-actions'

/** Handles one search without a result: adds it to a line of synonyms or takes it off the list. */
export function UnansweredForm({
  action,
  choices,
  suggestion,
}: {
  action: (state: UnansweredState, form: FormData) => Promise<UnansweredState>
  choices: readonly { id: string; label: string }[]
  suggestion: string | null
}) {
  const t = useTranslations('search.unanswered')
  const [{ message }, post, isPending] = useActionState(action, { message: '' })
  const id = useId()
  return (
    <form action={post} className="search-meaning">
      <label htmlFor={id}>{t('meaning')}</label>
      <select id={id} name="line" defaultValue={suggestion ?? 'new'} dir="auto">
        <option value="new">{t('newLine')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      <button type="submit" disabled={isPending}>
        {t(isPending ? 'pending' : 'add')}
      </button>
      <button type="submit" name="command" value="dismiss" className="desk-quiet" disabled={isPending}>
        {t('dismiss')}
      </button>
      <p role="status" className={message ? 'desk-status desk-status-danger' : 'desk-hidden'}>
        {message}
      </p>
    </form>
  )
}
