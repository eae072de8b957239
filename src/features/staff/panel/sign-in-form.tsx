'use client'

import { useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { PasswordField, Submit, TextField, Told } from './entrance-fields'
import type { NextStepWords, SignInWords } from './entrance-words'
import { type NextStep, NextStepForm, nextStepOf } from './next-step'
import { fieldsOf, useAsking } from './use-asking'

/** E-mail and password, then whatever the account asks for besides. */
export function SignInForm({
  destination,
  words,
  next,
}: {
  destination: string
  words: SignInWords
  next: NextStepWords
}) {
  const [step, setStep] = useState<NextStep | null>(null)
  const [email, setEmail] = useState('')
  const form = useAsking(next.form)
  const enter = () => window.location.assign(destination)
  if (step) {
    const onStartAgain = (message: string | null) => {
      setStep(null)
      if (message) form.refuse(message)
    }
    return <NextStepForm step={step} words={next} onEnter={enter} onStartAgain={onStartAgain} />
  }
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const typed = { email: field('email'), password: field('password') }
        setEmail(typed.email)
        if (!hasVisibleText(typed.email)) return form.refuse(next.form.emailRequired, 'email')
        if (!typed.password) return form.refuse(next.form.passwordRequired, 'password')
        const answered = await form.ask('/login', typed)
        if (!answered) return
        if (answered.isOk) return enter()
        const following = nextStepOf(answered)
        if (following) setStep(following)
        else form.refuse(answered.message)
      }}
    >
      <h1>{words.title}</h1>
      <Told error={form.error} />
      <TextField
        name="email"
        type="email"
        label={words.email}
        autoComplete="username"
        defaultValue={email}
        error={form.errorAt('email')}
      />
      <PasswordField
        name="password"
        label={words.password}
        autoComplete="current-password"
        words={next.form}
        error={form.errorAt('password')}
      />
      <Submit isPending={form.isPending} words={next.form}>
        {words.submit}
      </Submit>
      <p className="entrance-others">
        <a href="/admin/forgot">{words.forgotten}</a>
      </p>
    </form>
  )
}
