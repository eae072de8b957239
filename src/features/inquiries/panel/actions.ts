'use server'

import { headers } from 'next/headers'
import type { User } from '@/payload-types'
import { getCms } from '@/platform/cms'
import { logger } from '@/platform/logger'
import { type CommandName, commandNames, type WorkCaseResult, workCase } from '../server/work/work-case'
import type { CaseFormState } from './case-form-state'
import { type DeskTranslator, deskTranslator } from './translator'

const isCommand = (value: unknown): value is CommandName => commandNames.some((name) => name === value)

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function sentence(result: Exclude<WorkCaseResult, { status: 'ok' }>, t: DeskTranslator): string {
  switch (result.status) {
    case 'invalid':
      if (result.field === 'person') {
        return t(
          result.code === 'required' ? 'case.outcome.invalid.personRequired' : 'case.outcome.invalid.personUnknown',
        )
      }
      return t(result.code === 'required' ? 'case.outcome.invalid.textRequired' : 'case.outcome.invalid.textTooLong')
    case 'refused': {
      const said = ['answerMissing', 'closed', 'notAnswered'] as const
      return t(`case.outcome.refused.${said.find((reason) => reason === result.reason) ?? 'other'}`)
    }
    case 'conflict':
    case 'forbidden':
    case 'notFound':
      return t(`case.outcome.${result.status}`)
  }
}

/**
 * Does one thing with a case for whoever is signed in. What was typed stays in the browser: every
 * outcome but `ok` comes back with a sentence that says what to do.
 */
export async function workOnCase(
  id: string,
  locale: 'ar' | 'en',
  _: CaseFormState,
  form: FormData,
): Promise<CaseFormState> {
  const t = deskTranslator(locale)
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return { outcome: 'forbidden', message: t('case.outcome.forbidden'), field: null }
    const name = form.get('command')
    const result = await workCase({
      payload,
      user: user as User,
      clock: () => new Date(),
      id,
      command: {
        name: isCommand(name) ? name : 'note',
        text: textIn(form, 'text'),
        person: textIn(form, 'person'),
        seq: Number(textIn(form, 'seq')),
      },
    })
    if (result.status === 'ok') return { outcome: 'ok', message: t('case.outcome.ok'), field: null }
    return {
      outcome: result.status,
      message: sentence(result, t),
      field: result.status === 'invalid' ? result.field : null,
    }
  } catch (error) {
    logger.error({ err: error }, 'a case could not be worked on')
    return { outcome: 'unavailable', message: t('case.outcome.unavailable'), field: null }
  }
}
