'use client'

import { useState } from 'react'
import { cleanLine, hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import type { FormWords } from './entrance-words'
import { PresentPasswordField } from './present-password-field'
import { fieldsOf, useAsking } from './use-asking'

export interface OwnEmailWords {
  now: string
  label: string
  present: string
  submit: string
  note: string
}

/** Changes one's own e-mail address. */
export function OwnEmailForm({
  email,
  words,
  form: formWords,
}: {
  email: string
  words: OwnEmailWords
  form: FormWords
}) {
  const form = useAsking(formWords)
  const [now, setNow] = useState(email)
  return (
    <form
      key={now}
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const typed = { email: field('email'), currentPassword: field('emailPassword') }
        if (!hasVisibleText(typed.email)) return form.refuse(formWords.emailRequired, 'email')
        if (!typed.currentPassword) return form.refuse(formWords.passwordRequired, 'emailPassword')
        const answered = await form.ask('/change-email', typed)
        if (answered?.isOk) {
          setNow(cleanLine(typed.email).toLowerCase())
          form.say(String(answered.body.message))
        } else if (answered) {
          form.refuse(answered.message, answered.field === 'currentPassword' ? 'emailPassword' : answered.field)
        }
      }}
    >
      <p>
        {words.now} <bdi dir="ltr">{now}</bdi>
      </p>
      <Told error={form.error} done={form.done} />
      <TextField name="email" type="email" label={words.label} autoComplete="email" error={form.errorAt('email')} />
      <PresentPasswordField
        name="emailPassword"
        label={words.present}
        words={formWords}
        error={form.errorAt('emailPassword')}
      />
      <p className="entrance-hint">{words.note}</p>
      <Submit isPending={form.isPending} words={formWords}>
        {words.submit}
      </Submit>
    </form>
  )
}
