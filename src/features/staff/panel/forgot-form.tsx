'use client'

import { useTranslations } from 'next-intl'
import { hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import { fieldsOf, useAsking } from './use-asking'

/** Asks for a link. The answer is the same for every address. */
export function ForgotForm() {
  const form = useAsking()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.forgot')
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const email = fieldsOf(event)('email')
        if (!hasVisibleText(email)) return form.refuse(formText('emailRequired'), 'email')
        const answered = await form.ask('/forgot-password', { email })
        if (answered?.isOk) form.say(String(answered.body.message))
        else if (answered) form.refuse(answered.message, answered.field)
      }}
    >
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Told error={form.error} done={form.done} />
      <TextField
        name="email"
        type="email"
        label={formText('email')}
        autoComplete="username"
        error={form.errorAt('email')}
      />
      <Submit isPending={form.isPending}>{t('submit')}</Submit>
      <p className="entrance-others">
        <a href="/admin/login">{t('back')}</a>
      </p>
    </form>
  )
}
