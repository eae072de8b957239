'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef } from 'react'
import { type CaseAction, type CaseFormState, type Choice, freshCaseForm, latestStepId } from './case-form-state'

/** What the forms of the case page share. They run in staff's browsers only; the words stay until they are saved. */

/**
 * After every answer about the case the page is read again: what a colleague did shows at once.
 * Posted by hand, because React empties a form that it posts itself.
 */
export function useCaseForm(action: CaseAction, firstKey: string, onSaved: () => void) {
  const router = useRouter()
  const [state, post, isPending] = useActionState(action, freshCaseForm(firstKey))
  const saved = useRef(onSaved)
  useEffect(() => {
    saved.current = onSaved
  })
  useEffect(() => {
    if (state.outcome === 'fresh' || state.outcome === 'unreachable') return
    if (state.outcome === 'saved') saved.current()
    if (state.next) router.push(state.next)
    else router.refresh()
  }, [state, router])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    startTransition(() => post(form))
  }
  return { state, onSubmit, isPending }
}

/** What every form posts beside what was typed: the case as it was read, and the form's own key. */
export function Hidden({ seq, submissionKey }: { seq: number; submissionKey: string }) {
  return (
    <>
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
    </>
  )
}

/** The outcome of the step. It takes the focus, so that keyboard and screen reader users land on it. */
export function Outcome({ state, id }: { state: CaseFormState; id: string }) {
  const t = useTranslations('desk.case.work')
  const notice = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (state.outcome !== 'fresh') notice.current?.focus()
  }, [state])
  const tone = state.outcome === 'saved' ? 'done' : 'danger'
  return (
    <p
      id={id}
      ref={notice}
      tabIndex={-1}
      role="status"
      className={state.message ? `desk-outcome desk-status desk-status-${tone}` : 'desk-outcome'}
    >
      {state.message} {state.outcome === 'conflict' ? <a href={`#${latestStepId}`}>{t('latest')}</a> : null}
    </p>
  )
}

export function TargetSelect({
  id,
  label,
  value,
  onChange,
  isWrong,
  describedBy,
  children,
}: {
  id: string
  label: string
  value: string
  onChange: (target: string) => void
  isWrong: boolean
  describedBy: string
  children: ReactNode
}) {
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name="target"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
      >
        {children}
      </select>
    </div>
  )
}

export const optionsOf = (choices: readonly Choice[], prefix = '') =>
  choices.map(({ id, name, away }) => (
    <option key={id} value={`${prefix}${id}`}>
      {away ? `${name} (${away.mark})` : name}
    </option>
  ))

/** Said once somebody who is away is chosen: until when, with the way to give it to who stands in. */
export function AwayNote({
  people,
  target,
  prefix = '',
  onChange,
}: {
  people: readonly Choice[]
  target: string
  prefix?: string
  onChange: (target: string) => void
}) {
  const away = people.find(({ id }) => `${prefix}${id}` === target)?.away
  const deputy = people.some(({ id }) => id === away?.deputy?.id) ? away?.deputy : null
  return (
    <div role="status">
      {away ? <p className="desk-help">{away.text}</p> : null}
      {deputy ? (
        <button type="button" className="desk-quiet" onClick={() => onChange(`${prefix}${deputy.id}`)}>
          {deputy.offer}
        </button>
      ) : null}
    </div>
  )
}

export interface CaseFormProps {
  action: CaseAction
  submissionKey: string
  seq: number
}
