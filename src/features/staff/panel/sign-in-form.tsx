'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { FormStatus, PasswordField, Submit, TextField } from './form-fields'
import { type NextStep, NextStepForm, nextStepOf } from './next-step'
import { readFields, useFormPost } from './use-form-post'

/** E-mail and password, then the second factor where the account needs one. */
export function SignInForm({ destination }: { destination: string }) {
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.signIn')
  const [step, setStep] = useState<NextStep | null>(null)
  const [email, setEmail] = useState('')
  const form = useFormPost()
  const enter = () => window.location.assign(destination)
  if (step) {
    const onStartAgain = (message: string | null) => {
      setStep(null)
      if (message) form.showError(message)
    }
    return <NextStepForm step={step} onEnter={enter} onStartAgain={onStartAgain} />
  }
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = readFields(event)
        const typed = { email: field('email'), password: field('password') }
        setEmail(typed.email)
        if (!hasVisibleText(typed.email)) return form.showError(formText('emailRequired'), 'email')
        if (!typed.password) return form.showError(formText('passwordRequired'), 'password')
        const answered = await form.post('/login', typed)
        if (!answered) return
        if (answered.isOk) return enter()
        const following = nextStepOf(answered)
        if (following) setStep(following)
        else form.showError(answered.message)
      }}
    >
      <h1>{t('title')}</h1>
      <FormStatus error={form.error} />
      <TextField
        name="email"
        type="email"
        label={formText('email')}
        autoComplete="username"
        defaultValue={email}
        error={form.errorAt('email')}
      />
      <PasswordField
        name="password"
        label={t('password')}
        autoComplete="current-password"
        error={form.errorAt('password')}
      />
      <Submit isPending={form.isPending}>{t('submit')}</Submit>
      <p className="auth-others">
        <a href="/admin/forgot">{t('forgotten')}</a>
      </p>
    </form>
  )
}
