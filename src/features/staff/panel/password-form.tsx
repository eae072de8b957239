'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Submit, Told } from './entrance-fields'
import { NewPasswordFields } from './new-password-fields'
import { type NextStep, NextStepForm, nextStepOf } from './next-step'
import { fieldsOf, useAsking } from './use-asking'

/** Chooses a password by a mailed link, and goes on into the panel. */
export function PasswordForm({
  token,
  email,
  purpose,
}: {
  token: string
  email: string
  purpose: 'invitation' | 'reset'
}) {
  const [step, setStep] = useState<NextStep | null>(null)
  const [isSaved, setSaved] = useState(false)
  const form = useAsking()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.password')
  const enter = () => window.location.assign('/admin')
  if (step) {
    const onStartAgain = () => {
      setStep(null)
      setSaved(true)
    }
    return <NextStepForm step={step} onEnter={enter} onStartAgain={onStartAgain} />
  }
  if (isSaved) {
    return (
      <div>
        <h1>{t('saved')}</h1>
        <p>
          <a href="/admin/login">{t('signIn')}</a>
        </p>
      </div>
    )
  }
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const password = field('password')
        if (!password) return form.refuse(formText('passwordRequired'), 'password')
        if (password !== field('repeat')) return form.refuse(t('differ'), 'repeat')
        const answered = await form.ask('/reset-password', { token, password })
        if (!answered) return
        if (answered.isOk) return enter()
        const following = nextStepOf(answered)
        if (following) setStep(following)
        else if (answered.body.isPasswordSet) setSaved(true)
        else form.refuse(answered.message, answered.field)
      }}
    >
      <h1>{t(purpose === 'invitation' ? 'titleInvitation' : 'titleReset')}</h1>
      <p>
        {t('account')} <bdi dir="ltr">{email}</bdi>
      </p>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Told error={form.error} />
      <NewPasswordFields errorAt={form.errorAt} />
      <Submit isPending={form.isPending}>{t('submit')}</Submit>
    </form>
  )
}
