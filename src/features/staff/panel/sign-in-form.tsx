'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { PasswordField, Submit, TextField, Told } from './entrance-fields'
import { type NextStep, NextStepForm, nextStepOf } from './next-step'
import { fieldsOf, useAsking } from './use-asking'

/** E-mail and password, then whatever the account asks for besides. */
export function SignInForm({ destination }: { destination: string }) {
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.signIn')
  const [step, setStep] = useState<NextStep | null>(null)
  const [email, setEmail] = useState('')
  const form = useAsking()
  const enter = () => window.location.assign(destination)
  if (step) {
    const onStartAgain = (message: string | null) => {
      setStep(null)
      if (message) form.refuse(message)
    }
    return <NextStepForm step={step} onEnter={enter} onStartAgain={onStartAgain} />
  }
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const typed = { email: field('email'), password: field('password') }
        setEmail(typed.email)
        if (!hasVisibleText(typed.email)) return form.refuse(formText('emailRequired'), 'email')
        if (!typed.password) return form.refuse(formText('passwordRequired'), 'password')
        const answered = await form.ask('/login', typed)
        if (!answered) return
        if (answered.isOk) return enter()
        const following = nextStepOf(answered)
        if (following) setStep(following)
        else form.refuse(answered.message)
      }}
    >
      <h1>{t('title')}</h1>
      <Told error={form.error} />
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
      <p className="entrance-others">
        <a href="/admin/forgot">{t('forgotten')}</a>
      </p>
    </form>
  )
}
