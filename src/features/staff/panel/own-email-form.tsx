'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cleanLine, hasVisibleText } from '@/platform/typed-text'
import { CurrentPasswordField } from './current-password-field'
import { FormStatus, Submit, TextField } from './form-fields'
import { readFields, useFormPost } from './use-form-post'

/** Changes one's own e-mail address. */
export function OwnEmailForm({ email }: { email: string }) {
  const form = useFormPost()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.security')
  const [now, setNow] = useState(email)
  return (
    <form
      key={now}
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = readFields(event)
        const typed = { email: field('email'), currentPassword: field('emailPassword') }
        if (!hasVisibleText(typed.email)) return form.showError(formText('emailRequired'), 'email')
        if (!typed.currentPassword) return form.showError(formText('passwordRequired'), 'emailPassword')
        const answered = await form.post('/change-email', typed)
        if (answered?.isOk) {
          setNow(cleanLine(typed.email).toLowerCase())
          form.showDone(String(answered.body.message))
        } else if (answered) {
          form.showError(answered.message, answered.field === 'currentPassword' ? 'emailPassword' : answered.field)
        }
      }}
    >
      <p>
        {t('emailNow')} <bdi dir="ltr">{now}</bdi>
      </p>
      <FormStatus error={form.error} done={form.done} />
      <TextField name="email" type="email" label={t('emailLabel')} autoComplete="email" error={form.errorAt('email')} />
      <CurrentPasswordField name="emailPassword" label={t('present')} error={form.errorAt('emailPassword')} />
      <p className="auth-hint">{t('emailNote')}</p>
      <Submit isPending={form.isPending}>{t('emailSubmit')}</Submit>
    </form>
  )
}
