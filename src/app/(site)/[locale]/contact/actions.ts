'use server'

// Keep this file's name and its functions': forms that people have open name them.
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { suggestAnswers } from '@/app/(site)/[locale]/search/suggest-answers'
import type { InquiryFormState } from '@/features/inquiries/schema'
import { postInquiry } from '@/features/inquiries/server/forms'
import { listServices } from '@/features/services/server/queries'
import { getAssociation } from '@/features/site/server/queries'
import { href } from '@/i18n/navigation'
import { defaultLocale, isLocale } from '@/i18n/routing'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { fallbackWhenAway } from '@/platform/stale-on-error'

/** The contact form. Sent on to the receipt, or the same form with everything typed. */
export async function sendInquiry(_state: InquiryFormState, form: FormData): Promise<InquiryFormState> {
  const posted = String(form.get('locale'))
  const locale = isLocale(posted) ? posted : defaultLocale
  const { responseTargets } = await getAssociation(locale)
  const sent = await headers()
  const result = await postInquiry(form, {
    clientAddress: sent.get(CLIENT_ADDRESS_HEADER) ?? 'unknown',
    clientAgent: sent.get('user-agent') ?? '',
    targetDaysOf: (kind) => responseTargets[kind],
    services: () => listServices(locale),
    suggest: (text) =>
      fallbackWhenAway(
        'suggestions',
        () => suggestAnswers(locale, text),
        () => [],
      ),
  })
  if (result.status === 'ok') redirect(href(locale, `/contact/receipt/${result.token}`))
  return result.state
}
