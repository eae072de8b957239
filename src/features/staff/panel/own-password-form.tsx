'use client'

import { useState } from 'react'
import { PasswordField, Submit, Told } from './entrance-fields'
import type { FormWords, PasswordWords } from './entrance-words'
import { NewPasswordFields } from './new-password-fields'
import { fieldsOf, useAsking } from './use-asking'

export interface OwnPasswordWords {
  present: string
  submit: string
  note: string
  fields: PasswordWords
}

/** Changes one's own password. */
export function OwnPasswordForm({ words, form: formWords }: { words: OwnPasswordWords; form: FormWords }) {
  const form = useAsking(formWords)
  // A new key empties the fields once the password is saved.
  const [saved, setSaved] = useState(0)
  const { fields } = words
  return (
    <form
      key={saved}
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const password = field('password')
        if (!field('currentPassword')) return form.refuse(formWords.passwordRequired, 'currentPassword')
        if (!password) return form.refuse(formWords.passwordRequired, 'password')
        if (password !== field('repeat')) return form.refuse(fields.differ, 'repeat')
        const answered = await form.ask('/change-password', { currentPassword: field('currentPassword'), password })
        if (answered?.isOk) {
          setSaved(saved + 1)
          form.say(String(answered.body.message))
        } else if (answered) form.refuse(answered.message, answered.field)
      }}
    >
      <Told error={form.error} done={form.done} />
      <PasswordField
        name="currentPassword"
        label={words.present}
        autoComplete="current-password"
        words={formWords}
        error={form.errorAt('currentPassword')}
      />
      <NewPasswordFields words={fields} form={formWords} errorAt={form.errorAt} />
      <p className="entrance-hint">{words.note}</p>
      <Submit isPending={form.isPending} words={formWords}>
        {words.submit}
      </Submit>
    </form>
  )
}
