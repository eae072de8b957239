'use client'

import { useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import type { NextStepWords } from './entrance-words'
import { fieldsOf, useAsking } from './use-asking'

export interface Offered {
  secret: string
  uri: string
  enrolment: string
  qr: { size: number; path: string }
}

/** What the server offers, if that is what it sent. */
export function offeredIn(body: Record<string, unknown>): Offered | null {
  const { secret, uri, enrolment, qr } = body
  const isOffer = [secret, uri, enrolment].every((part) => typeof part === 'string') && typeof qr === 'object'
  return isOffer ? (body as unknown as Offered) : null
}

export const recoveryCodesIn = (body: Record<string, unknown>): string[] =>
  Array.isArray(body.recoveryCodes) ? body.recoveryCodes.map(String) : []

/** A square for the camera, a link for this very telephone, a key to type: then the code that proves it. */
export function ConfirmSecret({
  offered,
  challenge,
  words,
  onDone,
  onStartAgain,
}: {
  offered: Offered
  /** In the middle of signing in. */
  challenge?: string
  words: NextStepWords
  onDone: (recoveryCodes: string[]) => void
  onStartAgain: (message: string) => void
}) {
  const form = useAsking(words.form)
  const { enrol } = words
  const { secret, uri, qr, enrolment } = offered
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        const code = fieldsOf(event)('code')
        if (!hasVisibleText(code)) return form.refuse(words.form.codeRequired, 'code')
        const answered = await form.ask('/second-factor/confirm', { challenge, enrolment, code })
        if (answered?.isOk) onDone(recoveryCodesIn(answered.body))
        else if (answered?.code === 'start-again') onStartAgain(answered.message)
        else if (answered) form.refuse(answered.message, answered.field)
      }}
    >
      <p>{enrol.scan}</p>
      <svg className="entrance-qr" role="img" aria-label={enrol.qr} viewBox={`0 0 ${qr.size} ${qr.size}`}>
        <path d={qr.path} />
      </svg>
      <p>
        <a href={uri}>{enrol.open}</a>
      </p>
      <p>
        {enrol.manual}
        <code className="entrance-key" dir="ltr">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
      <Told error={form.error} />
      <TextField
        name="code"
        label={enrol.codeLabel}
        inputMode="numeric"
        autoComplete="one-time-code"
        isCode
        error={form.errorAt('code')}
      />
      <Submit isPending={form.isPending} words={words.form}>
        {enrol.confirm}
      </Submit>
    </form>
  )
}

/** In the middle of signing in, where the role needs a second factor. */
export function EnrolStep({
  challenge,
  words,
  onDone,
  onStartAgain,
}: {
  challenge: string
  words: NextStepWords
  onDone: (recoveryCodes: string[]) => void
  onStartAgain: (message: string | null) => void
}) {
  const [offered, setOffered] = useState<Offered | null>(null)
  const form = useAsking(words.form)
  const { enrol } = words
  return (
    <div>
      <h1>{enrol.title}</h1>
      {offered ? (
        <ConfirmSecret {...{ offered, challenge, words, onDone, onStartAgain }} />
      ) : (
        <>
          <p>{enrol.requiredLead}</p>
          <p>{enrol.app}</p>
          <Told error={form.error} />
          <button
            type="button"
            className="entrance-submit"
            aria-disabled={form.isPending}
            onClick={async () => {
              const answered = await form.ask('/second-factor/start', { challenge })
              if (!answered) return
              if (answered.isOk) setOffered(offeredIn(answered.body))
              else if (answered.code === 'start-again') onStartAgain(answered.message)
              else form.refuse(answered.message)
            }}
          >
            {form.isPending ? words.form.pending : enrol.start}
          </button>
          <p className="entrance-others">
            <button type="button" onClick={() => onStartAgain(null)}>
              {words.code.back}
            </button>
          </p>
        </>
      )}
    </div>
  )
}
