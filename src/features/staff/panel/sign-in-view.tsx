import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { ClientMessages } from '@/i18n/client-messages'
import { panelLocale } from '@/panel/panel-locale'
import { SignInForm } from './sign-in-form'
import { SignedOutFrame } from './signed-out-frame'

/** Where staff sign in. */
export function SignInView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { req } = initPageResult
  const wanted = searchParams?.redirect
  const destination = getSafeRedirect({ fallbackTo: '/admin', redirectTo: wanted ?? '' })
  if (req.user) redirect(destination)
  const locale = panelLocale(req.i18n)
  return (
    <ClientMessages
      locale={locale}
      namespaces={['staff.frame', 'staff.form', 'staff.signIn', 'staff.code', 'staff.enrol', 'staff.recovery']}
    >
      <SignedOutFrame locale={locale}>
        <SignInForm destination={destination} />
      </SignedOutFrame>
    </ClientMessages>
  )
}
