'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cleanLine, hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import { PresentPasswordField } from './present-password-field'
import { fieldsOf, useAsking } from './use-asking'

/** Changes one's own e-mail address. */
export function OwnEmailForm({ email }: { email: string }) {
  const form = useAsking()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.security')
  const [now, setNow] = useState(email)
  return (
    <form
      key={now}
      noValidate
      method="post"
      onSubmit={async (event) => {
        const field = fieldsOf(event)
        const typed = { email: field('email'), currentPassword: field('emailPassword') }
        if (!hasVisibleText(typed.email)) return form.refuse(formText('emailRequired'), 'email')
        if (!typed.currentPassword) return form.refuse(formText('passwordRequired'), 'emailPassword')
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
        {t('emailNow')} <bdi dir="ltr">{now}</bdi>
      </p>
      <Told error={form.error} done={form.done} />
      <TextField name="email" type="email" label={t('emailLabel')} autoComplete="email" error={form.errorAt('email')} />
      <PresentPasswordField name="emailPassword" label={t('present')} error={form.errorAt('emailPassword')} />
      <p className="entrance-hint">{t('emailNote')}</p>
      <Submit isPending={form.isPending}>{t('emailSubmit')}</Submit>
    </form>
  )
}
