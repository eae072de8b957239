'use server'

import { headers } from 'next/headers'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { logger } from '@/platform/logger'
import { formKeyOf, formText } from '@/shared/intake/form-text'
import { reissueCode } from '../server/desk/reissue-code'
import type { ReissueFormState } from './reissue-form-state'

/** Issues a new code as the signed-in user, who has verified the person. */
export async function reissueForPerson(
  id: string,
  locale: 'ar' | 'en',
  _: ReissueFormState,
  given: FormData,
): Promise<ReissueFormState> {
  const t = translator('desk', panelLocale({ language: locale }))
  // The browser sends it, so it can be anything.
  const form = given instanceof FormData ? given : new FormData()
  const kept = (message: string): ReissueFormState => ({ message, slip: null })
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return kept(t('case.outcome.signedOut'))
    const result = await reissueCode(
      {
        payload,
        clock: () => new Date(),
        user: user as User,
        caseId: String(id),
        seq: Number(formText(form, 'seq')),
        submissionKey: formKeyOf(form).submissionKey,
      },
      { isVerified: form.get('isVerified') === 'yes' },
    )
    switch (result.status) {
      case 'ok':
        return { message: '', slip: result.slip }
      case 'unverified':
        return kept(t('case.reissue.unverified'))
      case 'refused':
        return kept(t(`case.outcome.refused.${result.reason === 'tooManyEvents' ? 'tooManyEvents' : 'other'}`))
      case 'conflict':
      case 'forbidden':
      case 'notFound':
        return kept(t(`case.outcome.${result.status}`))
    }
  } catch (error) {
    logger.error({ err: error }, 'a code could not be issued again')
    return kept(t('case.outcome.unavailable'))
  }
}
