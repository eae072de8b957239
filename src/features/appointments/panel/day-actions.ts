'use server'

import { headers } from 'next/headers'
import { type Translator, translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { logger } from '@/platform/logger'
import { mayWork } from '@/shared/casework/roles'
import { formText } from '@/shared/intake/form-text'
import { cancelForAssociation, markAppointment, type StaffStep, type StaffStepResult } from '../server/staff-work'
import type { DayFormState } from './day-form-state'

function perform(command: string, form: FormData, step: StaffStep): Promise<StaffStepResult> | null {
  if (command === 'attended' || command === 'missed') return markAppointment(step, command)
  return command === 'cancel' ? cancelForAssociation(step, formText(form, 'reason')) : null
}

function messageOf(result: StaffStepResult, command: string, t: Translator<'appointments.desk.outcome'>): string {
  switch (result.status) {
    case 'ok':
      if (command !== 'cancel') return t('saved')
      return t(result.isMailed ? 'cancelled' : 'cancelledByPhone')
    case 'invalid':
      return t(result.reason === 'required' ? 'reasonRequired' : 'reasonTooLong')
    default:
      return t(result.status)
  }
}

/** Performs one step on an appointment as the signed-in user; what was typed stays in the browser. */
export async function workOnAppointment(
  id: string,
  locale: 'ar' | 'en',
  _: DayFormState,
  given: FormData,
): Promise<DayFormState> {
  const t = translator('appointments.desk.outcome', panelLocale({ language: locale }))
  // The browser sends it, so it can be anything.
  const form = given instanceof FormData ? given : new FormData()
  const kept = (message: string): DayFormState => ({ outcome: 'kept', message })
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return kept(t('signedOut'))
    if (!mayWork(user as User)) return kept(t('forbidden'))
    const command = formText(form, 'command')
    const step = { payload, clock: () => new Date(), user: user as User, id: String(id) }
    const result = await perform(command, form, step)
    if (!result) return kept(t('unavailable'))
    return { outcome: result.status === 'ok' ? 'saved' : 'kept', message: messageOf(result, command, t) }
  } catch (error) {
    logger.error({ err: error }, 'an appointment could not be worked on')
    return kept(t('unavailable'))
  }
}
