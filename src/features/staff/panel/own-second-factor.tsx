'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { ConfirmSecret, type Offered, offeredIn, recoveryCodesIn } from './confirm-secret'
import { CurrentPasswordField } from './current-password-field'
import { FormStatus, Submit, TextField } from './form-fields'
import { RecoveryCodes } from './recovery-codes'
import { readFields, useFormPost } from './use-form-post'

type Doing = 'start' | 'recovery-codes' | 'remove'

/** Turns one's own second factor on, moves it, renews its codes, or turns it off. */
export function OwnSecondFactor({ isOn, mayRemove }: { isOn: boolean; mayRemove: boolean }) {
  const formText = useTranslations('staff.form')
  const enrolText = useTranslations('staff.enrol')
  const t = useTranslations('staff.security')
  const [doing, setDoing] = useState<Doing | null>(null)
  const [offered, setOffered] = useState<Offered | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const form = useFormPost()
  const reload = () => window.location.reload()

  if (codes) return <RecoveryCodes codes={codes} heading="h3" onContinue={reload} />
  if (offered) {
    const onStartAgain = (message: string) => {
      setOffered(null)
      form.showError(message)
    }
    return <ConfirmSecret offered={offered} onDone={setCodes} onStartAgain={onStartAgain} />
  }
  if (doing === null) {
    return (
      <p className="auth-others">
        <button type="button" onClick={() => setDoing('start')}>
          {t(isOn ? 'move' : 'enrol')}
        </button>
        {isOn ? (
          <button type="button" onClick={() => setDoing('recovery-codes')}>
            {t('renewCodes')}
          </button>
        ) : null}
        {isOn && mayRemove ? (
          <button type="button" onClick={() => setDoing('remove')}>
            {t('remove')}
          </button>
        ) : null}
      </p>
    )
  }

  const leads: Record<Doing, ReactNode> = {
    start: isOn ? t('moveLead') : enrolText('app'),
    'recovery-codes': t('renewLead'),
    remove: t('removeLead'),
  }
  const labels: Record<Doing, string> = {
    start: isOn ? t('move') : enrolText('start'),
    'recovery-codes': t('renewCodes'),
    remove: t('remove'),
  }
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = readFields(event)
        const typed = { currentPassword: field('factorPassword'), code: field('code') }
        if (!typed.currentPassword) return form.showError(formText('passwordRequired'), 'factorPassword')
        if (isOn && !hasVisibleText(typed.code)) return form.showError(formText('codeRequired'), 'code')
        const answered = await form.post(`/second-factor/${doing}`, typed)
        if (!answered) return
        if (!answered.isOk) {
          return form.showError(
            answered.message,
            answered.field === 'currentPassword' ? 'factorPassword' : answered.field,
          )
        }
        if (doing === 'start') setOffered(offeredIn(answered.body))
        else if (doing === 'remove') reload()
        else setCodes(recoveryCodesIn(answered.body))
      }}
    >
      <p>{leads[doing]}</p>
      <FormStatus error={form.error} />
      <CurrentPasswordField name="factorPassword" label={enrolText('present')} error={form.errorAt('factorPassword')} />
      {isOn ? (
        <TextField
          name="code"
          label={enrolText('presentCode')}
          autoComplete="one-time-code"
          isCode
          error={form.errorAt('code')}
        />
      ) : null}
      <Submit isPending={form.isPending}>{labels[doing]}</Submit>
      <p className="auth-others">
        <button type="button" onClick={() => setDoing(null)}>
          {formText('cancel')}
        </button>
      </p>
    </form>
  )
}
