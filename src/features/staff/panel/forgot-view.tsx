import type { AdminViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { panelLocale } from '@/panel/panel-locale'
import { ForgotForm } from './forgot-form'
import { SignedOutFrame } from './signed-out-frame'

/** Where staff ask for a link to choose a new password. */
export function ForgotView({ initPageResult }: AdminViewServerProps) {
  const locale = panelLocale(initPageResult.req.i18n)
  return (
    <ClientMessages locale={locale} namespaces={['staff.frame', 'staff.form', 'staff.forgot']}>
      <SignedOutFrame locale={locale}>
        <ForgotForm />
      </SignedOutFrame>
    </ClientMessages>
  )
}
