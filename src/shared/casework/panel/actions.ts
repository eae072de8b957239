'use server'

import { headers } from 'next/headers'
import { type Translator, translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { logger } from '@/platform/logger'
import { formKeyOf, formText } from '@/shared/intake/form-text'
import { maySeeCase } from '../server/case-readers'
import { addMessage } from '../server/desk/add-message'
import type { StaffAction, StepResult } from '../server/desk/append-staff-event'
import { assign } from '../server/desk/assign'
import { answerAndClose, close } from '../server/desk/close'
import { nextCase } from '../server/desk/next-case'
import { readTarget, refer } from '../server/desk/refer'
import { restrict, unrestrict } from '../server/desk/restrict'
import { type CaseFormState, type Command, commands } from './case-form-state'

const clock = () => new Date()

const commandOf = (form: FormData): Command | null =>
  commands.find((name) => name === formText(form, 'command')) ?? null

/** `isOpenStill`: the answer was sent, and the case could not be closed after it. */
type Outcome = StepResult & { isOpenStill?: boolean }

async function perform(command: Command, form: FormData, action: StaffAction): Promise<Outcome> {
  const text = formText(form, 'text')
  switch (command) {
    case 'assign':
      return assign(action, { assignee: formText(form, 'target') })
    case 'refer':
      return refer(action, { target: readTarget(formText(form, 'target')), reason: text })
    case 'note':
      return addMessage(action, { type: 'noted', text })
    case 'tell':
      return addMessage(action, { type: 'told', text })
    case 'ask':
      return addMessage(action, { type: 'asked', text })
    case 'inform':
      return addMessage(action, { type: 'informed', text })
    case 'answer':
      return addMessage(action, { type: 'answered', text })
    case 'answer-and-next':
    case 'answer-and-close': {
      const result = await answerAndClose(action, { text })
      return result.status === 'ok' ? { ...result, isOpenStill: !result.isClosed } : result
    }
    case 'close':
      return close(action)
    case 'reopen':
      return addMessage(action, { type: 'reopened', text })
    case 'restrict':
      return restrict(action, { concerns: formText(form, 'target') || null, reason: text })
    case 'unrestrict':
      return unrestrict(action, { reason: text })
  }
}

function error(
  { errors }: Extract<StepResult, { status: 'invalid' }>,
  t: Translator<'desk'>,
): Pick<CaseFormState, 'message' | 'field'> {
  // Both may be wrong; the first on the page is reported.
  if (errors.target) {
    return {
      message: t(errors.target === 'required' ? 'case.outcome.targetRequired' : 'case.outcome.targetUnknown'),
      field: 'target',
    }
  }
  return {
    message: t(errors.text === 'tooLong' ? 'case.outcome.textTooLong' : 'case.outcome.textRequired'),
    field: 'text',
  }
}

const spokenRefusals = ['answerMissing', 'closed', 'notAnswered', 'tooManyEvents', 'nobodySeesRestricted'] as const

function refusal({ reason }: Extract<StepResult, { status: 'refused' }>, t: Translator<'desk'>): string {
  return t(`case.outcome.refused.${spokenRefusals.find((spoken) => spoken === reason) ?? 'other'}`)
}

/** The inbox, when the reader may no longer see the case: it was restricted, or referred to another department. */
const outOfSight = async ({ payload, user, caseId }: StaffAction, command: Command): Promise<string | null> =>
  (await maySeeCase(payload, user, caseId)) ? null : `/admin/inbox?after=${command}`

async function addressOfNext({ payload, user }: StaffAction): Promise<string | null> {
  const next = await nextCase({ payload, user, now: clock(), locale: 'ar' })
  return next && `/admin/inbox/${next}?after=answer`
}

/**
 * Performs one command on a case as the signed-in user. Every outcome but `saved` keeps what was
 * typed and says what to do.
 */
export async function workOnCase(
  id: string,
  locale: 'ar' | 'en',
  _: CaseFormState,
  given: FormData,
): Promise<CaseFormState> {
  const t = translator('desk', panelLocale({ language: locale }))
  // The browser sends it, so it can be anything.
  const form = given instanceof FormData ? given : new FormData()
  const submissionKey = formKeyOf(form).submissionKey
  const kept = (message: string, field: CaseFormState['field'] = null): CaseFormState => ({
    outcome: 'kept',
    message,
    field,
    submissionKey,
  })
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return { ...kept(t('case.outcome.signedOut')), outcome: 'unreachable' }
    const command = commandOf(form)
    if (!command) return kept(t('case.outcome.refused.other'))
    const action = {
      payload,
      clock,
      user: user as User,
      caseId: String(id),
      seq: Number(formText(form, 'seq')),
      submissionKey,
    }
    const result = await perform(command, form, action)
    switch (result.status) {
      case 'ok': {
        const isGoingOn = command === 'answer-and-next' && !result.isOpenStill
        return {
          outcome: 'saved',
          message: t(`case.done.${result.isOpenStill ? 'answeredNotClosed' : command}`),
          field: null,
          submissionKey: randomToken(),
          next: (await outOfSight(action, command)) ?? (isGoingOn ? await addressOfNext(action) : null),
        }
      }
      case 'invalid': {
        const { message, field } = error(result, t)
        return kept(message, field)
      }
      case 'refused':
        return kept(refusal(result, t))
      case 'conflict':
        return { ...kept(t('case.outcome.conflict')), outcome: 'conflict' }
      case 'forbidden':
      case 'notFound':
        return kept(t(`case.outcome.${result.status}`))
    }
  } catch (error) {
    logger.error({ err: error }, 'a case could not be worked on')
    return { ...kept(t('case.outcome.unavailable')), outcome: 'unreachable' }
  }
}
