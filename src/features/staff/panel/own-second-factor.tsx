'use client'

import { type ReactNode, useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { ConfirmSecret, type Offered, offeredIn, recoveryCodesIn } from './enrol-steps'
import { Submit, TextField, Told } from './entrance-fields'
import type { NextStepWords } from './entrance-words'
import { PresentPasswordField } from './present-password-field'
import { RecoveryCodes } from './recovery-codes'
import { fieldsOf, useAsking } from './use-asking'

export interface OwnSecondFactorWords {
  enrol: string
  move: string
  moveLead: string
  renewCodes: string
  renewLead: string
  remove: string
  removeLead: string
  cancel: string
}

type Doing = 'start' | 'recovery-codes' | 'remove'

/** Turns one's own second factor on, moves it, renews its codes, or turns it off. */
export function OwnSecondFactor({
  isOn,
  mayRemove,
  words,
  next,
}: {
  isOn: boolean
  mayRemove: boolean
  words: OwnSecondFactorWords
  next: NextStepWords
}) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const [offered, setOffered] = useState<Offered | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const form = useAsking(next.form)
  const reload = () => window.location.reload()

  if (codes) return <RecoveryCodes codes={codes} words={next.recovery} heading="h3" onContinue={reload} />
  if (offered) {
    const onStartAgain = (message: string) => {
      setOffered(null)
      form.refuse(message)
    }
    return <ConfirmSecret offered={offered} words={next} onDone={setCodes} onStartAgain={onStartAgain} />
  }
  if (doing === null) {
    return (
      <p className="entrance-others">
        <button type="button" onClick={() => setDoing('start')}>
          {isOn ? words.move : words.enrol}
        </button>
        {isOn ? (
          <button type="button" onClick={() => setDoing('recovery-codes')}>
            {words.renewCodes}
          </button>
        ) : null}
        {isOn && mayRemove ? (
          <button type="button" onClick={() => setDoing('remove')}>
            {words.remove}
          </button>
        ) : null}
      </p>
    )
  }

  const leads: Record<Doing, ReactNode> = {
    start: isOn ? words.moveLead : next.enrol.app,
    'recovery-codes': words.renewLead,
    remove: words.removeLead,
  }
  const labels: Record<Doing, string> = {
    start: isOn ? words.move : next.enrol.start,
    'recovery-codes': words.renewCodes,
    remove: words.remove,
  }
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const typed = { currentPassword: field('factorPassword'), code: field('code') }
        if (!typed.currentPassword) return form.refuse(next.form.passwordRequired, 'factorPassword')
        if (isOn && !hasVisibleText(typed.code)) return form.refuse(next.form.codeRequired, 'code')
        const answered = await form.ask(`/second-factor/${doing}`, typed)
        if (!answered) return
        if (!answered.isOk) {
          return form.refuse(answered.message, answered.field === 'currentPassword' ? 'factorPassword' : answered.field)
        }
        if (doing === 'start') setOffered(offeredIn(answered.body))
        else if (doing === 'remove') reload()
        else setCodes(recoveryCodesIn(answered.body))
      }}
    >
      <p>{leads[doing]}</p>
      <Told error={form.error} />
      <PresentPasswordField
        name="factorPassword"
        label={next.enrol.present}
        words={next.form}
        error={form.errorAt('factorPassword')}
      />
      {isOn ? (
        <TextField
          name="code"
          label={next.enrol.presentCode}
          autoComplete="one-time-code"
          isCode
          error={form.errorAt('code')}
        />
      ) : null}
      <Submit isPending={form.isPending} words={next.form}>
        {labels[doing]}
      </Submit>
      <p className="entrance-others">
        <button type="button" onClick={() => setDoing(null)}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}
