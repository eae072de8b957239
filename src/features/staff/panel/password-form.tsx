'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormStatus, Submit } from './form-fields'
import { NewPasswordFields } from './new-password-fields'
import { type NextStep, NextStepForm, nextStepOf } from './next-step'
import { readFields, useFormPost } from './use-form-post'

/** Sets a password through a mailed link, then signs in. */
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
  const form = useFormPost()
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
        const field = readFields(event)
        const password = field('password')
        if (!password) return form.showError(formText('passwordRequired'), 'password')
        if (password !== field('repeat')) return form.showError(t('differ'), 'repeat')
        const answered = await form.post('/reset-password', { token, password })
        if (!answered) return
        if (answered.isOk) return enter()
        const following = nextStepOf(answered)
        if (following) setStep(following)
        else if (answered.body.isPasswordSet) setSaved(true)
        else form.showError(answered.message, answered.field)
      }}
    >
      <h1>{t(purpose === 'invitation' ? 'titleInvitation' : 'titleReset')}</h1>
      <p>
        {t('account')} <bdi dir="ltr">{email}</bdi>
      </p>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormStatus error={form.error} />
      <NewPasswordFields errorAt={form.errorAt} />
      <Submit isPending={form.isPending}>{t('submit')}</Submit>
    </form>
  )
}
