'use server'

// Keep this file's name and its functions': forms that people have open name them.

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { href } from '@/i18n/navigation'
import { defaultLocale, isLocale, type Locale } from '@/i18n/routing'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import type { LostFormState, ReplyFormState, TrackFormState } from '@/shared/casework/schema'
import { postLost, postReply, postTrack } from '@/shared/casework/server/tracking-forms'

const localeIn = (form: FormData): Locale => {
  const posted = String(form.get('locale'))
  return isLocale(posted) ? posted : defaultLocale
}

const addressOfClient = async () => (await headers()).get(CLIENT_ADDRESS_HEADER) ?? 'unknown'

/** Reference and code: sent on to the case, or the same form with what was typed. */
export async function openCase(_state: TrackFormState, form: FormData): Promise<TrackFormState> {
  const result = await postTrack(form, await addressOfClient())
  if (result.status === 'ok') redirect(href(localeIn(form), `/track/${result.token}`))
  return result.state
}

/** A reply on the case's page: back to it, or the same form with everything typed. */
export async function sendReply(_state: ReplyFormState, form: FormData): Promise<ReplyFormState> {
  const result = await postReply(form, await addressOfClient())
  if (result.status === 'ok') redirect(href(localeIn(form), `/track/${result.token}?added=1`))
  return result.state
}

/** A request for a new link: the same page for everybody, or the form with what was typed. */
export async function askForLink(_state: LostFormState, form: FormData): Promise<LostFormState> {
  const locale = localeIn(form)
  const result = await postLost(form, locale, await addressOfClient())
  if (result.status === 'ok') redirect(href(locale, '/track/lost/sent'))
  return result.state
}
