'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { type CaseAction, type CaseFormState, type CaseWords, freshCaseForm, type Mode } from './case-form-state'

/** The forms of the case page. They run in staff's browsers only; the words stay until they are saved. */

interface Person {
  id: string
  name: string
}

/**
 * After every answer of the server the page is read anew: what a colleague did shows at once.
 * Posted by hand, because React empties a form that it posts itself.
 */
function useCaseForm(action: CaseAction, onSaved: () => void) {
  const router = useRouter()
  const [state, post, isPending] = useActionState(action, freshCaseForm)
  const saved = useRef(onSaved)
  useEffect(() => {
    saved.current = onSaved
  })
  useEffect(() => {
    if (state.outcome === 'fresh') return
    if (state.outcome === 'ok') saved.current()
    router.refresh()
  }, [state, router])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    startTransition(() => post(form))
  }
  return { state, onSubmit, isPending }
}

function Outcome({ state, id }: { state: CaseFormState; id: string }) {
  const tone = state.outcome === 'ok' ? 'done' : 'danger'
  return (
    <p
      id={id}
      role="status"
      className={state.message ? `desk-outcome desk-status desk-status-${tone}` : 'desk-outcome'}
    >
      {state.message}
    </p>
  )
}

function PersonSelect({
  id,
  label,
  choose,
  people,
  value,
  onChange,
  isWrong,
}: {
  id: string
  label: string
  choose: string
  people: readonly Person[]
  value: string
  onChange: (id: string) => void
  isWrong: boolean
}) {
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name="person"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={isWrong || undefined}
      >
        <option value="">{choose}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  )
}

export function AssignForm({
  action,
  seq,
  people,
  me,
  assignee,
  words,
}: {
  action: CaseAction
  seq: number
  people: readonly Person[]
  me: string
  assignee: string | null
  words: CaseWords
}) {
  const [person, setPerson] = useState('')
  const { state, onSubmit, isPending } = useCaseForm(action, () => setPerson(''))
  return (
    <div className="desk-assign">
      {assignee === me ? null : (
        <form onSubmit={onSubmit}>
          <input type="hidden" name="seq" value={seq} />
          <input type="hidden" name="person" value={me} />
          <button type="submit" name="command" value="assign" disabled={isPending}>
            {words.assign.take}
          </button>
        </form>
      )}
      <form onSubmit={onSubmit} className="desk-row">
        <input type="hidden" name="seq" value={seq} />
        <PersonSelect
          id="assign-person"
          label={words.assign.label}
          choose={words.choose}
          people={people.filter(({ id }) => id !== assignee)}
          value={person}
          onChange={setPerson}
          isWrong={state.field === 'person'}
        />
        <button type="submit" name="command" value="assign" disabled={isPending}>
          {words.assign.submit}
        </button>
      </form>
      <Outcome state={state} id="assign-outcome" />
    </div>
  )
}

export function WorkForm({
  action,
  seq,
  people,
  words,
  isClosed,
  canClose,
}: {
  action: CaseAction
  seq: number
  people: readonly Person[]
  words: CaseWords
  isClosed: boolean
  canClose: boolean
}) {
  const modes: readonly Mode[] = isClosed ? ['note', 'reopen'] : ['answer', 'ask', 'refer', 'note']
  const [chosen, setMode] = useState<Mode | null>(null)
  const mode = chosen && modes.includes(chosen) ? chosen : (modes[0] ?? 'note')
  const [text, setText] = useState('')
  const [person, setPerson] = useState('')
  const { state, onSubmit, isPending } = useCaseForm(action, () => {
    setText('')
    setPerson('')
  })
  const { label, help } = words.modes[mode]
  const submit = (command: string, content: ReactNode, isQuiet = false) => (
    <button
      type="submit"
      name="command"
      value={command}
      disabled={isPending}
      className={isQuiet ? 'desk-quiet' : undefined}
    >
      {content}
    </button>
  )
  return (
    <section className="desk-work" aria-labelledby="work-title">
      <h2 id="work-title">{words.title}</h2>
      {isClosed ? <p>{words.closed}</p> : null}
      <form onSubmit={onSubmit}>
        <input type="hidden" name="seq" value={seq} />
        <fieldset className="desk-modes">
          <legend className="desk-hidden">{words.title}</legend>
          {modes.map((name) => (
            <label key={name}>
              <input type="radio" name="mode" value={name} checked={name === mode} onChange={() => setMode(name)} />
              <span>{words.modes[name].mode}</span>
            </label>
          ))}
        </fieldset>
        {mode === 'refer' ? (
          <PersonSelect
            id="refer-person"
            label={words.person}
            choose={words.choose}
            people={people}
            value={person}
            onChange={setPerson}
            isWrong={state.field === 'person'}
          />
        ) : null}
        <div className="desk-field">
          <label htmlFor="work-text">{label}</label>
          <p id="work-help" className="desk-help">
            {help}
          </p>
          <textarea
            id="work-text"
            name="text"
            rows={7}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-describedby="work-help work-outcome"
            aria-invalid={state.field === 'text' || undefined}
          />
        </div>
        <Outcome state={state} id="work-outcome" />
        <p className="desk-actions">
          {mode === 'answer' ? (
            <>
              {submit('answer', isPending ? words.pending : words.submit.answer)}
              {submit('answer-and-close', words.submit.answerAndClose, true)}
            </>
          ) : (
            submit(mode, isPending ? words.pending : words.submit[mode])
          )}
        </p>
      </form>
      {canClose ? (
        <form onSubmit={onSubmit} className="desk-close">
          <input type="hidden" name="seq" value={seq} />
          <p>{words.closeHelp}</p>
          {submit('close', words.submit.close, true)}
        </form>
      ) : null}
    </section>
  )
}
