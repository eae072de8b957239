'use client'

import { useTranslations } from 'next-intl'
import { FormStatus, Submit } from './form-fields'
import { readFields, useFormPost } from './use-form-post'

/** Requests a new link in place of an expired one. */
export function RenewLinkForm({ token }: { token: string }) {
  const form = useFormPost()
  const t = useTranslations('staff.password')
  return (
    <form
      onSubmit={async (event) => {
        readFields(event)
        const answered = await form.post('/password-link/renew', { token })
        if (answered?.isOk) form.showDone(String(answered.body.message))
        else if (answered) form.showError(answered.message)
      }}
    >
      <FormStatus error={form.error} done={form.done} />
      {form.done ? null : <Submit isPending={form.isPending}>{t('renew')}</Submit>}
    </form>
  )
}
