'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PasswordField, Submit, Told } from './entrance-fields'
import { NewPasswordFields } from './new-password-fields'
import { fieldsOf, useAsking } from './use-asking'

/** Changes one's own password. */
export function OwnPasswordForm() {
  const form = useAsking()
  const formText = useTranslations('staff.form')
  const passwordText = useTranslations('staff.password')
  const t = useTranslations('staff.security')
  // A new key empties the fields once the password is saved.
  const [saved, setSaved] = useState(0)
  return (
    <form
      key={saved}
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const password = field('password')
        if (!field('currentPassword')) return form.refuse(formText('passwordRequired'), 'currentPassword')
        if (!password) return form.refuse(formText('passwordRequired'), 'password')
        if (password !== field('repeat')) return form.refuse(passwordText('differ'), 'repeat')
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
        label={t('present')}
        autoComplete="current-password"
        error={form.errorAt('currentPassword')}
      />
      <NewPasswordFields errorAt={form.errorAt} />
      <p className="entrance-hint">{t('passwordNote')}</p>
      <Submit isPending={form.isPending}>{t('passwordSubmit')}</Submit>
    </form>
  )
}
