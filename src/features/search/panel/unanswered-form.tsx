'use client'

import { useActionState, useId } from 'react'
import type { UnansweredState } from './unanswered-actions'

export interface UnansweredWords {
  meaning: string
  newLine: string
  add: string
  dismiss: string
  pending: string
}

/** What to do with one question: which line of synonyms it belongs to, or off the list. */
export function UnansweredForm({
  action,
  choices,
  suggestion,
  words,
}: {
  action: (state: UnansweredState, form: FormData) => Promise<UnansweredState>
  choices: readonly { id: string; label: string }[]
  suggestion: string | null
  words: UnansweredWords
}) {
  const [{ message }, post, isPending] = useActionState(action, { message: '' })
  const id = useId()
  return (
    <form action={post} className="search-meaning">
      <label htmlFor={id}>{words.meaning}</label>
      <select id={id} name="line" defaultValue={suggestion ?? 'new'} dir="auto">
        <option value="new">{words.newLine}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      <button type="submit" disabled={isPending}>
        {isPending ? words.pending : words.add}
      </button>
      <button type="submit" name="command" value="dismiss" className="desk-quiet" disabled={isPending}>
        {words.dismiss}
      </button>
      <p role="status" className={message ? 'desk-status desk-status-danger' : 'desk-hidden'}>
        {message}
      </p>
    </form>
  )
}
