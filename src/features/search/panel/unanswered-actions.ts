'use server'

import { initI18n } from '@payloadcms/translations'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { logger } from '@/platform/logger'
import { formText } from '@/shared/intake/form-text'
import { dismiss, type MakeSynonymResult, makeSynonym, mayKeepSynonyms } from '../server/make-synonym'
import { newLinePath, unansweredPath } from './unanswered-paths'

/** The message beside the row; empty before the first command. */
export interface UnansweredState {
  message: string
}

/** Turns a search without a result into a synonym or takes it off the list, on behalf of the signed-in person. */
export async function dealWithQuestion(
  question: string,
  locale: 'ar' | 'en',
  _: UnansweredState,
  given: FormData,
): Promise<UnansweredState> {
  const t = translator('search.unanswered', panelLocale({ language: locale }))
  // The browser sends this, so it can be anything.
  const form = given instanceof FormData ? given : new FormData()
  let next: string
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return { message: t('signedOut') }
    const person = user as User
    if (!mayKeepSynonyms(person)) return { message: t('forbidden') }
    let result: MakeSynonymResult = { status: 'ok' }
    if (formText(form, 'command') === 'dismiss') await dismiss(payload, person, String(question))
    else {
      const i18n = await initI18n({ config: payload.config.i18n, context: 'api', language: locale })
      result = await makeSynonym(payload, person, { question: String(question), line: formText(form, 'line'), i18n })
    }
    switch (result.status) {
      case 'ok':
        next = unansweredPath
        break
      case 'newLine':
        next = newLinePath(result.words)
        break
      case 'invalid':
        return { message: result.message }
      case 'forbidden':
      case 'notFound':
        return { message: t(result.status) }
    }
  } catch (error) {
    logger.error({ err: error }, 'a question without a result could not be dealt with')
    return { message: t('unavailable') }
  }
  redirect(next)
}
