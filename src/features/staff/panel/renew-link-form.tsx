'use client'

import { useTranslations } from 'next-intl'
import { Submit, Told } from './entrance-fields'
import { fieldsOf, useAsking } from './use-asking'

/** Has a new link sent in place of one that ran out. */
export function RenewLinkForm({ token }: { token: string }) {
  const form = useAsking()
  const t = useTranslations('staff.password')
  return (
    <form
      onSubmit={async (event) => {
        fieldsOf(event)
        const answered = await form.ask('/password-link/renew', { token })
        if (answered?.isOk) form.say(String(answered.body.message))
        else if (answered) form.refuse(answered.message)
      }}
    >
      <Told error={form.error} done={form.done} />
      {form.done ? null : <Submit isPending={form.isPending}>{t('renew')}</Submit>}
    </form>
  )
}
