import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { panelLocale } from '@/panel/panel-locale'
import { EntranceFrame } from './entrance-frame'
import { nextStepWords, signInWords } from './entrance-words'
import { SignInForm } from './sign-in-form'
import { staffTranslator } from './translator'

/** Where staff sign in. */
export function SignInView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { req } = initPageResult
  const wanted = searchParams?.redirect
  const destination = getSafeRedirect({ fallbackTo: '/admin', redirectTo: wanted ?? '' })
  if (req.user) redirect(destination)
  const locale = panelLocale(req.i18n)
  const t = staffTranslator(locale)
  return (
    <EntranceFrame locale={locale}>
      <SignInForm destination={destination} words={signInWords(t)} next={nextStepWords(t)} />
    </EntranceFrame>
  )
}
