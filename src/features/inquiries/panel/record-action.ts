'use server'

import { headers } from 'next/headers'
import type { User } from '@/payload-types'
import { getCms } from '@/platform/cms'
import { logger } from '@/platform/logger'
import { fieldOf, readInquiryForm } from '../server/read-form'
import { type RecordErrors, recordInquiry } from '../server/work/record-inquiry'
import { freshRecordForm, type RecordFormState } from './record-form-state'
import { type DeskTranslator, deskTranslator } from './translator'

function sentencesOf(errors: RecordErrors, t: DeskTranslator): RecordFormState['errors'] {
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      field,
      field === 'receivedOn' ? t('record.error.receivedOn') : t(`record.error.${code}`),
    ]),
  )
}

/** Records an inquiry for whoever is signed in, or says what is wrong; what was typed stays in the browser. */
export async function recordForPerson(
  locale: 'ar' | 'en',
  _: RecordFormState,
  given: FormData,
): Promise<RecordFormState> {
  const t = deskTranslator(locale)
  // The browser sends it, so it can be anything.
  const form = given instanceof FormData ? given : new FormData()
  const kept = (message: string): RecordFormState => ({ ...freshRecordForm, outcome: 'kept', message })
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return kept(t('case.outcome.signedOut'))
    const result = await recordInquiry({
      payload,
      clock: () => new Date(),
      user: user as User,
      posted: {
        inquiry: readInquiryForm(form),
        channel: fieldOf(form, 'channel'),
        consentForm: fieldOf(form, 'consent'),
        receivedOn: fieldOf(form, 'receivedOn'),
      },
    })
    switch (result.status) {
      case 'ok': {
        const { reference, code, id } = result
        return { ...freshRecordForm, outcome: 'recorded', receipt: { reference, code, id } }
      }
      case 'invalid': {
        const errors = sentencesOf(result.errors, t)
        return {
          ...freshRecordForm,
          outcome: 'invalid',
          errors,
          message: t('record.faults', { count: Object.keys(errors).length }),
        }
      }
      case 'forbidden':
        return kept(t('case.outcome.forbidden'))
    }
  } catch (error) {
    logger.error({ err: error }, 'an inquiry could not be recorded')
    return kept(t('case.outcome.unavailable'))
  }
}
