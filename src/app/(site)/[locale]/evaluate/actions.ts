'use server'

// Keep this file's name and its functions': forms that people have open name them.
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { listServices } from '@/features/services/server/queries'
import type { EvaluationFormState } from '@/features/surveys/schema'
import { postEvaluation } from '@/features/surveys/server/forms'
import { invitationPath } from '@/features/surveys/server/invitations'
import { readEvaluationForm } from '@/features/surveys/server/read-form'
import { href } from '@/i18n/navigation'
import { defaultLocale, isLocale } from '@/i18n/routing'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'

/** An evaluation. Sent on to thanks, or the same form with everything typed. */
export async function sendEvaluation(_state: EvaluationFormState, form: FormData): Promise<EvaluationFormState> {
  const posted = String(form.get('locale'))
  const locale = isLocale(posted) ? posted : defaultLocale
  const sent = await headers()
  const result = await postEvaluation(form, {
    locale,
    clientAddress: sent.get(CLIENT_ADDRESS_HEADER) ?? 'unknown',
    clientAgent: sent.get('user-agent') ?? '',
    services: () => listServices(locale),
  })
  if (result.status === 'ok') redirect(href(locale, '/evaluate/thanks'))
  if (result.status === 'invitation') redirect(href(locale, invitationPath(encodeURIComponent(result.token))))
  return result.state
}

/** The preview's form: comes back as it was filled in, nothing is kept. */
export async function tryEvaluation(state: EvaluationFormState, form: FormData): Promise<EvaluationFormState> {
  const { typed, contact } = readEvaluationForm(form)
  return { ...state, typed, contact }
}
