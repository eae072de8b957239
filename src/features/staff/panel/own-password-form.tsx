'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormStatus, PasswordField, Submit } from './form-fields'
import { NewPasswordFields } from './new-password-fields'
import { readFields, useFormPost } from './use-form-post'

/** Changes one's own password. */
export function OwnPasswordForm() {
  const form = useFormPost()
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
        const field = readFields(event)
        const password = field('password')
        if (!field('currentPassword')) return form.showError(formText('passwordRequired'), 'currentPassword')
        if (!password) return form.showError(formText('passwordRequired'), 'password')
        if (password !== field('repeat')) return form.showError(passwordText('differ'), 'repeat')
        const answered = await form.post('/change-password', { currentPassword: field('currentPassword'), password })
        if (answered?.isOk) {
          setSaved(saved + 1)
          form.showDone(String(answered.body.message))
        } else if (answered) form.showError(answered.message, answered.field)
      }}
    >
      <FormStatus error={form.error} done={form.done} />
      <PasswordField
        name="currentPassword"
        label={t('present')}
        autoComplete="current-password"
        error={form.errorAt('currentPassword')}
      />
      <NewPasswordFields errorAt={form.errorAt} />
      <p className="auth-hint">{t('passwordNote')}</p>
      <Submit isPending={form.isPending}>{t('passwordSubmit')}</Submit>
    </form>
  )
}
