'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { useUnsaved } from '@/panel/use-unsaved'
import { limits as answerLimits } from '@/shared/casework/schema'
import { SlipSheet } from '@/shared/casework/ui/slip'
import { attachmentTypes } from '@/shared/files/domain/attachment'
import { limits } from '../schema'
import type { RecordErrors } from '../server/record-inquiry'
import {
  freshRecordForm,
  type RecordAction,
  type RecordFormState,
  type RecordOption,
  type RecordOptions,
  type RecordPreset,
} from './record-form-state'

type FieldName = keyof RecordErrors

/** A label, its help, its error and its control, associated for screen readers. */
function RecordField({
  errors,
  name,
  isOptional = false,
  children,
}: {
  errors: RecordFormState['errors']
  name: FieldName
  isOptional?: boolean
  children: (control: { id: string; name: string; 'aria-describedby': string; 'aria-invalid'?: true }) => ReactNode
}) {
  const t = useTranslations('desk.record.form')
  const fieldText = useTranslations('desk.record.field')
  const error = errors[name]
  const id = `record-${name}`
  return (
    <div className="desk-field">
      <label htmlFor={id}>
        {fieldText(`${name}.label`)} {isOptional ? <span className="desk-help">({t('optional')})</span> : null}
      </label>
      <p id={`${id}-help`} className="desk-help">
        {fieldText(`${name}.help`)}
      </p>
      {error ? (
        <p id={`${id}-error`} className="desk-outcome desk-status desk-status-danger">
          {error}
        </p>
      ) : null}
      {children({
        id,
        name,
        'aria-describedby': error ? `${id}-error ${id}-help` : `${id}-help`,
        ...(error && { 'aria-invalid': true }),
      })}
    </div>
  )
}

function Options({ options, empty }: { options: readonly RecordOption[]; empty?: string }) {
  return (
    <>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  )
}

type Typed = Readonly<Record<string, string>>

/** What was typed, files aside, which a browser gives to no script. */
const typedIn = (form: HTMLFormElement): Typed =>
  Object.fromEntries([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** Writes an inquiry down for a person. What was typed stays until it was recorded. */
export function RecordForm({
  action,
  submissionKey,
  today,
  options,
  preset,
}: {
  action: RecordAction
  submissionKey: string
  /** In Riyadh, as 2026-11-22. */
  today: string
  options: RecordOptions
  preset: RecordPreset
}) {
  const t = useTranslations('desk.record.form')
  const fieldText = useTranslations('desk.record.field')
  const recordedText = useTranslations('desk.record.recorded')
  const [state, post, isPending] = useActionState(action, freshRecordForm)
  const [isAnonymous, setAnonymous] = useState(false)
  const [typed, setTyped] = useState<Typed | null>(null)
  const [restored, setRestored] = useState<Typed | null>(null)
  const begin = (from: Typed | null) => {
    setRestored(from)
    setTyped(from)
    setAnonymous(from?.isAnonymous === 'yes')
  }
  useUnsaved<Typed>('record-inquiry', state.receipt ? null : typed, begin)
  const before = (name: FieldName, otherwise = '') => restored?.[name] ?? otherwise
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.outcome !== 'fresh') said.current?.focus()
  }, [state])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    // Where no file was chosen a form holds one without name and bytes, which React would post as a file.
    const chosen = form.getAll('attachments').filter((entry) => entry instanceof File && entry.name !== '')
    form.delete('attachments')
    for (const file of chosen) form.append('attachments', file)
    startTransition(() => post(form))
  }
  const { errors } = state
  const select = (
    name: keyof RecordOptions,
    { empty, otherwise, isOptional }: { empty?: string; otherwise?: string; isOptional?: boolean },
  ) => (
    <RecordField errors={errors} name={name} isOptional={isOptional}>
      {(control) => (
        <select {...control} defaultValue={before(name, otherwise)}>
          <Options options={options[name]} empty={empty} />
        </select>
      )}
    </RecordField>
  )
  const { receipt } = state

  if (receipt) {
    return (
      <div ref={said} tabIndex={-1} className="desk-receipt" role="status">
        <h2>{recordedText(receipt.isAnswered ? 'titleAnswered' : 'title')}</h2>
        <p>{recordedText('say')}</p>
        <SlipSheet slip={receipt.slip} />
        <p className="desk-actions">
          <button type="button" onClick={() => print()}>
            {recordedText('print')}
          </button>
        </p>
        <p>
          {receipt.id ? <a href={`/admin/inbox/${receipt.id}`}>{recordedText('open')}</a> : recordedText('elsewhere')}
        </p>
        <p>
          <a href="/admin/inbox/new">{recordedText('another')}</a>
        </p>
      </div>
    )
  }

  return (
    <form
      key={restored ? 'restored' : 'fresh'}
      onSubmit={onSubmit}
      onInput={(event) => setTyped(typedIn(event.currentTarget))}
      className="desk-record"
      noValidate
    >
      <h2>{t('title')}</h2>
      {/* A recording whose answer never came is the same one when it is sent again. */}
      <input type="hidden" name="submissionKey" value={restored?.submissionKey ?? submissionKey} />
      {restored ? (
        <p role="status" className="desk-help">
          {t('restored')}{' '}
          <button type="button" className="desk-quiet" onClick={() => begin(null)}>
            {t('startAgain')}
          </button>
        </p>
      ) : null}
      <div ref={said} tabIndex={-1} role="status">
        {state.message ? <p className="desk-outcome desk-status desk-status-danger">{state.message}</p> : null}
      </div>
      {select('channel', { empty: t('choose'), otherwise: preset.channel })}
      <RecordField errors={errors} name="receivedOn">
        {(control) => (
          <input {...control} type="date" dir="ltr" max={today} defaultValue={before('receivedOn', today)} />
        )}
      </RecordField>
      {select('kind', { empty: t('choose') })}
      {select('service', { empty: '—', isOptional: true })}
      <RecordField errors={errors} name="subject">
        {(control) => (
          <input
            {...control}
            type="text"
            dir="auto"
            maxLength={limits.subject}
            autoComplete="off"
            defaultValue={before('subject')}
          />
        )}
      </RecordField>
      <RecordField errors={errors} name="message">
        {(control) => <textarea {...control} rows={8} dir="auto" defaultValue={before('message')} />}
      </RecordField>
      <RecordField errors={errors} name="attachments" isOptional>
        {(control) => <input {...control} type="file" multiple accept={attachmentTypes.join()} />}
      </RecordField>
      <div className="desk-field">
        <label className="desk-check">
          <input
            type="checkbox"
            name="isSensitive"
            value="yes"
            defaultChecked={restored?.isSensitive === 'yes'}
            aria-describedby="record-isSensitive-help"
          />
          <span>{fieldText('isSensitive.label')}</span>
        </label>
        <p id="record-isSensitive-help" className="desk-help">
          {fieldText('isSensitive.help')}
        </p>
      </div>
      <div className="desk-field">
        <label className="desk-check">
          <input
            type="checkbox"
            name="isAnonymous"
            value="yes"
            checked={isAnonymous}
            onChange={(event) => setAnonymous(event.target.checked)}
            aria-describedby="record-isAnonymous-help"
          />
          <span>{fieldText('isAnonymous.label')}</span>
        </label>
        <p id="record-isAnonymous-help" className="desk-help">
          {fieldText('isAnonymous.help')}
        </p>
      </div>
      {isAnonymous ? null : (
        <>
          <RecordField errors={errors} name="name">
            {(control) => (
              <input
                {...control}
                type="text"
                dir="auto"
                maxLength={limits.name}
                autoComplete="off"
                defaultValue={before('name', preset.name)}
              />
            )}
          </RecordField>
          <RecordField errors={errors} name="phone">
            {(control) => (
              <input
                {...control}
                type="tel"
                dir="ltr"
                maxLength={limits.phone}
                autoComplete="off"
                defaultValue={before('phone', preset.phone)}
              />
            )}
          </RecordField>
          <RecordField errors={errors} name="email">
            {(control) => (
              <input
                {...control}
                type="email"
                dir="ltr"
                maxLength={limits.email}
                autoComplete="off"
                defaultValue={before('email', preset.email)}
              />
            )}
          </RecordField>
          {select('replyChannel', { otherwise: 'phone' })}
        </>
      )}
      {select('replyLocale', { otherwise: 'ar' })}
      {select('consent', { empty: t('choose') })}
      <RecordField errors={errors} name="answer" isOptional>
        {(control) => (
          <textarea {...control} rows={4} dir="auto" maxLength={answerLimits.answer} defaultValue={before('answer')} />
        )}
      </RecordField>
      <p className="desk-actions">
        <button type="submit" disabled={isPending}>
          {isPending ? t('pending') : t('submit')}
        </button>
      </p>
    </form>
  )
}
