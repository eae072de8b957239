'use client'

import { useTranslations } from 'next-intl'
import { hasVisibleText } from '@/platform/typed-text'
import { FormStatus, Submit, TextField } from './form-fields'
import { readFields, useFormPost } from './use-form-post'

/** Requests a password link. The answer is the same for every address. */
export function ForgotForm() {
  const form = useFormPost()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.forgot')
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const email = readFields(event)('email')
        if (!hasVisibleText(email)) return form.showError(formText('emailRequired'), 'email')
        const answered = await form.post('/forgot-password', { email })
        if (answered?.isOk) form.showDone(String(answered.body.message))
        else if (answered) form.showError(answered.message, answered.field)
      }}
    >
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <FormStatus error={form.error} done={form.done} />
      <TextField
        name="email"
        type="email"
        label={formText('email')}
        autoComplete="username"
        error={form.errorAt('email')}
      />
      <Submit isPending={form.isPending}>{t('submit')}</Submit>
      <p className="auth-others">
        <a href="/admin/login">{t('back')}</a>
      </p>
    </form>
  )
}
