'use client'

import { useRouter } from 'next/navigation'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useUnsaved } from '@/panel/use-unsaved'
import {
  type CaseAction,
  type CaseFormState,
  type CaseWords,
  type Choice,
  type Command,
  freshCaseForm,
  latestStepId,
  type Mode,
  workId,
} from './case-form-state'

/** The forms of the case page. They run in staff's browsers only; the words stay until they are saved. */

/**
 * After every answer about the case the page is read again: what a colleague did shows at once.
 * Posted by hand, because React empties a form that it posts itself.
 */
function useCaseForm(action: CaseAction, firstKey: string, onSaved: () => void) {
  const router = useRouter()
  const [state, post, isPending] = useActionState(action, freshCaseForm(firstKey))
  const saved = useRef(onSaved)
  useEffect(() => {
    saved.current = onSaved
  })
  useEffect(() => {
    if (state.outcome === 'fresh' || state.outcome === 'unreachable') return
    if (state.outcome === 'saved') saved.current()
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

/** What every form posts beside what was typed: the case as it was read, and the form's own key. */
function Hidden({ seq, submissionKey }: { seq: number; submissionKey: string }) {
  return (
    <>
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
    </>
  )
}

/** What became of the step. It takes the focus, so that whoever works by keyboard or ear is where the news is. */
function Outcome({ state, id, latest }: { state: CaseFormState; id: string; latest: string }) {
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
      {state.message} {state.outcome === 'conflict' ? <a href={`#${latestStepId}`}>{latest}</a> : null}
    </p>
  )
}

/** Ctrl or Command with Enter sends what is being written, by the form's first button. */
function sendByKeyboard(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  const { form } = event.currentTarget
  form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[name="command"]'))
}

function TargetSelect({
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

const optionsOf = (choices: readonly Choice[], prefix = '') =>
  choices.map(({ id, name }) => (
    <option key={id} value={`${prefix}${id}`}>
      {name}
    </option>
  ))

interface CaseFormProps {
  action: CaseAction
  submissionKey: string
  seq: number
  words: CaseWords
}

export function AssignForm({
  action,
  submissionKey,
  seq,
  people,
  me,
  assignee,
  words,
}: CaseFormProps & { people: readonly Choice[]; me: string; assignee: string | null }) {
  const [target, setTarget] = useState('')
  const { state, onSubmit, isPending } = useCaseForm(action, submissionKey, () => setTarget(''))
  return (
    <div className="desk-assign">
      {assignee === me ? null : (
        <form onSubmit={onSubmit}>
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <input type="hidden" name="target" value={me} />
          <button type="submit" name="command" value="assign" disabled={isPending}>
            {words.assign.take}
          </button>
        </form>
      )}
      <details>
        <summary>{words.assign.toOthers}</summary>
        <form onSubmit={onSubmit} className="desk-row">
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <TargetSelect
            id="assign-target"
            label={words.assign.label}
            value={target}
            onChange={setTarget}
            isWrong={state.field === 'target'}
            describedBy="assign-outcome"
          >
            <option value="">{words.assign.choose}</option>
            {optionsOf(people.filter(({ id }) => id !== assignee && id !== me))}
          </TargetSelect>
          <button type="submit" name="command" value="assign" disabled={isPending}>
            {words.assign.submit}
          </button>
        </form>
      </details>
      <Outcome state={state} id="assign-outcome" latest={words.latest} />
    </div>
  )
}

/** What is being written about a case and was not sent yet. */
interface UnsavedWork {
  mode: Mode
  text: string
  target: string
  formKey: string
}

export function WorkForm({
  inquiry,
  action,
  submissionKey,
  seq,
  people,
  departments,
  words,
  modes,
  isClosed,
  canClose,
}: CaseFormProps & {
  /** The id of the case, by which what is being written is kept in the browser. */
  inquiry: string
  people: readonly Choice[]
  departments: readonly Choice[]
  /** What can be done now, the likeliest first; never empty. */
  modes: readonly [Mode, ...Mode[]]
  isClosed: boolean
  canClose: boolean
}) {
  const [chosen, setMode] = useState<Mode | null>(null)
  const mode = chosen && modes.includes(chosen) ? chosen : modes[0]
  const [text, setText] = useState('')
  const [target, setTarget] = useState('')
  const [restoredKey, setRestoredKey] = useState<string | null>(null)
  const { state, onSubmit, isPending } = useCaseForm(action, submissionKey, () => {
    setText('')
    setTarget('')
    setRestoredKey(null)
  })
  // A step whose answer never came is the same step when it is sent again.
  const formKey = restoredKey ?? state.submissionKey
  useUnsaved<UnsavedWork>(`case:${inquiry}`, text ? { mode, text, target, formKey } : null, (found) => {
    setMode(found.mode)
    setText(found.text)
    setTarget(found.target)
    setRestoredKey(found.formKey)
  })
  const { label, help } = words.modes[mode]
  const submit = (command: Command, content: ReactNode, isQuiet = false) => (
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
    <section id={workId} className="desk-work" aria-labelledby="work-title">
      <h2 id="work-title">{words.title}</h2>
      {isClosed ? <p>{words.closed}</p> : null}
      {canClose ? (
        <form onSubmit={onSubmit} className="desk-close">
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <p>{words.closeHelp}</p>
          {submit('close', words.submit.close, true)}
        </form>
      ) : null}
      <form onSubmit={onSubmit}>
        <Hidden seq={seq} submissionKey={formKey} />
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
          <TargetSelect
            id="refer-target"
            label={words.refer.label}
            value={target}
            onChange={setTarget}
            isWrong={state.field === 'target'}
            describedBy="work-outcome"
          >
            <option value="">{words.refer.choose}</option>
            {departments.length > 0 ? (
              <optgroup label={words.refer.departments}>{optionsOf(departments, 'department:')}</optgroup>
            ) : null}
            {people.length > 0 ? <optgroup label={words.refer.people}>{optionsOf(people, 'user:')}</optgroup> : null}
          </TargetSelect>
        ) : null}
        <div className="desk-field">
          <label htmlFor="work-text">{label}</label>
          <p id="work-help" className="desk-help">
            {help}
          </p>
          {restoredKey ? (
            <p role="status" className="desk-help">
              {words.restored}
            </p>
          ) : null}
          <textarea
            id="work-text"
            name="text"
            rows={7}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={sendByKeyboard}
            aria-describedby="work-help work-outcome"
            aria-invalid={state.field === 'text' || undefined}
          />
        </div>
        <Outcome state={state} id="work-outcome" latest={words.latest} />
        <p className="desk-actions">
          {submit(mode, isPending ? words.pending : words.submit[mode])}
          {mode === 'answer' ? submit('answer-and-close', words.submit.answerAndClose, true) : null}
        </p>
      </form>
    </section>
  )
}
