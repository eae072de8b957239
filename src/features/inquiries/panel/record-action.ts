'use server'

import { headers } from 'next/headers'
import { type Translator, translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { logger } from '@/platform/logger'
import type { FileError } from '@/shared/files/domain/attachment'
import { formText } from '@/shared/intake/form-text'
import { emailErrors, type InquiryErrorCode, phoneErrors } from '../schema'
import { readInquiryForm } from '../server/read-form'
import { type RecordErrors, recordInquiry } from '../server/record-inquiry'
import { freshRecordForm, type RecordFormState } from './record-form-state'

/** Errors that any field may have; contacts have more. */
const commonErrors = [
  'required',
  'tooLong',
  'contactMissing',
  'neededForReply',
  'unknown',
] as const satisfies readonly InquiryErrorCode[]

function sentenceOf(field: string, code: InquiryErrorCode, t: Translator<'desk'>): string {
  const phone = phoneErrors.find((error) => error === code)
  if (field === 'phone' && phone) return t(`record.error.phone.${phone}`)
  const email = emailErrors.find((error) => error === code)
  if (field === 'email' && email) return t(`record.error.email.${email}`)
  if (field === 'receivedOn') return t('record.error.receivedOn')
  const common = commonErrors.find((error) => error === code)
  return t(`record.error.${common ?? 'invalid'}`)
}

/** Names in either direction stay apart from the words around them. */
const isolated = (text: string) => `\u2068${text}\u2069`

function sentencesOf(
  { errors, rejectedFiles = [] }: { errors: RecordErrors; rejectedFiles?: readonly FileError[] },
  t: Translator<'desk'>,
): RecordFormState['errors'] {
  const sentences = Object.entries(errors).map(([field, code]) => [field, sentenceOf(field, code, t)])
  const files = [...new Set(rejectedFiles.map(({ code }) => code))].map((code) => {
    // Files of staff are not counted.
    if (code === 'quota') return sentenceOf('attachments', code, t)
    const names = rejectedFiles.filter((error) => error.code === code).map(({ name }) => isolated(name))
    return t(`record.error.files.${code}`, { names: names.join(t('record.comma')) })
  })
  return { ...Object.fromEntries(sentences), ...(files.length > 0 && { attachments: files.join(' ') }) }
}

/** Records an inquiry as the signed-in user, or returns the errors; what was typed stays in the browser. */
export async function recordForPerson(
  locale: 'ar' | 'en',
  _: RecordFormState,
  given: FormData,
): Promise<RecordFormState> {
  const t = translator('desk', panelLocale({ language: locale }))
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
        channel: formText(form, 'channel'),
        consentForm: formText(form, 'consent'),
        receivedOn: formText(form, 'receivedOn'),
        answer: formText(form, 'answer'),
      },
    })
    switch (result.status) {
      case 'ok': {
        const { slip, id, isAnswered } = result
        return { ...freshRecordForm, outcome: 'recorded', receipt: { slip, id, isAnswered } }
      }
      case 'invalid': {
        const errors = sentencesOf(result, t)
        return {
          ...freshRecordForm,
          outcome: 'invalid',
          errors,
          message: t('record.errors', { count: Object.keys(errors).length }),
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
