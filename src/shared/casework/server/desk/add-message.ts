import { cleanText } from '@/platform/typed-text'
import { limits } from '../../schema'
import { appendStaffEvent, checkText, type StaffAction, type StepResult } from './append-staff-event'

/** The steps that are only text. A note is never shown to the person. */
const limitOf = {
  noted: limits.reply,
  told: limits.reply,
  asked: limits.reply,
  informed: limits.reply,
  answered: limits.answer,
  reopened: limits.reply,
} as const
export type MessageStep = keyof typeof limitOf

/** Notes internally, asks the person, answers, or reopens, in the words given. */
export async function addMessage(
  action: StaffAction,
  { type, text }: { type: MessageStep; text: string },
): Promise<StepResult> {
  const error = checkText(text, limitOf[type])
  if (error) return { status: 'invalid', errors: { text: error } }
  return appendStaffEvent(action, { type, text: cleanText(text) })
}
