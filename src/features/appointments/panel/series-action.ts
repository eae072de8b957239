'use server'

import { headers } from 'next/headers'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { logger } from '@/platform/logger'
import { formLine } from '@/shared/intake/form-text'
import { mayOpenTimes, openSeries } from '../server/open-series'
import type { SeriesFormState } from './series-form-state'

/** Opens a series of times as the signed-in user; what was typed stays in the browser. */
export async function openTimesOfSeries(
  locale: 'ar' | 'en',
  _: SeriesFormState,
  given: FormData,
): Promise<SeriesFormState> {
  const language = panelLocale({ language: locale })
  const t = translator('appointments.seriesOutcome', language)
  const outcome = translator('appointments.desk.outcome', language)
  // The browser sends it, so it can be anything.
  const form = given instanceof FormData ? given : new FormData()
  const refused = (message: string): SeriesFormState => ({ outcome: 'invalid', message })
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return refused(outcome('signedOut'))
    if (!mayOpenTimes(user as User)) return refused(outcome('forbidden'))
    const of = (name: string) => formLine(form, name)
    const result = await openSeries(payload, {
      user: user as User,
      now: new Date(),
      typed: {
        firstDay: of('firstDay'),
        lastDay: of('lastDay'),
        from: of('from'),
        until: of('until'),
        minutes: of('minutes'),
        placeAr: of('placeAr'),
        placeEn: of('placeEn'),
        department: of('department'),
        noteAr: of('noteAr'),
        noteEn: of('noteEn'),
      },
    })
    if (result.status === 'invalid') return refused(t(result.error))
    const said = [
      t('opened', { count: result.opened }),
      t('already', { count: result.already }),
      t('daysOff', { count: result.daysOff }),
    ]
    return { outcome: 'opened', message: said.filter(Boolean).join(' ') }
  } catch (error) {
    logger.error({ err: error }, 'times could not be opened')
    return refused(outcome('unavailable'))
  }
}
