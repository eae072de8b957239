'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useUnsaved } from '@/panel/use-unsaved'
import { AwayNote, type CaseFormProps, Hidden, Outcome, optionsOf, TargetSelect, useCaseForm } from './case-form'
import { type Choice, type Command, type Mode, type ReplyChoice, workId } from './case-form-state'

/** Ctrl or Command with Enter sends what is being written, by the form's first button. */
function sendByKeyboard(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  const { form } = event.currentTarget
  form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[name="command"]'))
}

/** What is being written about a case and was not sent yet. */
interface UnsavedWork {
  mode: Mode
  text: string
  target: string
  formKey: string
}

/** Puts a saved text into the field, after what stands there. */
function SavedReplies({ replies, onChoose }: { replies: readonly ReplyChoice[]; onChoose: (text: string) => void }) {
  const t = useTranslations('desk.case.work')
  if (replies.length === 0) return null
  return (
    <div className="desk-field">
      <label htmlFor="work-reply">{t('savedReply')}</label>
      <select
        id="work-reply"
        value=""
        onChange={({ target }) => {
          const reply = replies.find(({ id }) => id === target.value)
          if (reply) onChoose(reply.text)
        }}
      >
        <option value="">{t('chooseReply')}</option>
        {optionsOf(replies)}
      </select>
    </div>
  )
}

/** Answers, asks, refers, notes, reopens and closes. */
export function WorkForm({
  caseId,
  action,
  submissionKey,
  seq,
  people,
  staff,
  departments,
  replies,
  modes,
  isClosed,
  canClose,
}: CaseFormProps & {
  /** The id of the case, by which what is being written is kept in the browser. */
  caseId: string
  people: readonly Choice[]
  /** Everybody with an account, whom a complaint can be about. */
  staff: readonly Choice[]
  departments: readonly Choice[]
  replies: readonly ReplyChoice[]
  /** What can be done now, the likeliest first; never empty. */
  modes: readonly [Mode, ...Mode[]]
  isClosed: boolean
  canClose: boolean
}) {
  const t = useTranslations('desk.case.work')
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
  useUnsaved<UnsavedWork>(`case:${caseId}`, text ? { mode, text, target, formKey } : null, (found) => {
    setMode(found.mode)
    setText(found.text)
    setTarget(found.target)
    setRestoredKey(found.formKey)
  })
  /** A target of one step is none of another. */
  const choose = (next: Mode) => {
    setMode(next)
    setTarget('')
  }
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
      <h2 id="work-title">{t('title')}</h2>
      {isClosed ? <p>{t('closed')}</p> : null}
      {canClose ? (
        <form onSubmit={onSubmit} className="desk-close">
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <p>{t('closeHelp')}</p>
          {submit('close', t('submit.close'), true)}
        </form>
      ) : null}
      <form onSubmit={onSubmit}>
        <Hidden seq={seq} submissionKey={formKey} />
        <fieldset className="desk-modes">
          <legend className="desk-hidden">{t('title')}</legend>
          {modes.map((name) => (
            <label key={name}>
              <input type="radio" name="mode" value={name} checked={name === mode} onChange={() => choose(name)} />
              <span>{t(`mode.${name}`)}</span>
            </label>
          ))}
        </fieldset>
        {mode === 'refer' ? (
          <TargetSelect
            id="refer-target"
            label={t('target')}
            value={target}
            onChange={setTarget}
            isWrong={state.field === 'target'}
            describedBy="work-outcome"
          >
            <option value="">{t('chooseTarget')}</option>
            {departments.length > 0 ? (
              <optgroup label={t('departments')}>{optionsOf(departments, 'department:')}</optgroup>
            ) : null}
            {people.length > 0 ? <optgroup label={t('people')}>{optionsOf(people, 'user:')}</optgroup> : null}
          </TargetSelect>
        ) : null}
        {mode === 'refer' ? <AwayNote people={people} target={target} prefix="user:" onChange={setTarget} /> : null}
        {mode === 'restrict' ? (
          <TargetSelect
            id="restrict-target"
            label={t('concerns')}
            value={target}
            onChange={setTarget}
            isWrong={state.field === 'target'}
            describedBy="work-outcome"
          >
            <option value="">{t('concernsNobody')}</option>
            {optionsOf(staff)}
          </TargetSelect>
        ) : null}
        <SavedReplies
          replies={replies.filter((reply) => reply.mode === mode)}
          onChoose={(reply) => setText((before) => (before.trim() ? `${before.trimEnd()}\n\n${reply}` : reply))}
        />
        <div className="desk-field">
          <label htmlFor="work-text">{t(`label.${mode}`)}</label>
          <p id="work-help" className="desk-help">
            {t(`help.${mode}`)}
          </p>
          {restoredKey ? (
            <p role="status" className="desk-help">
              {t('restored')}
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
        <Outcome state={state} id="work-outcome" />
        <p className="desk-actions">
          {submit(mode, isPending ? t('pending') : t(`submit.${mode}`))}
          {mode === 'answer' ? submit('answer-and-close', t('submit.answerAndClose'), true) : null}
          {mode === 'answer' ? submit('answer-and-next', t('submit.answerAndNext'), true) : null}
        </p>
      </form>
    </section>
  )
}
