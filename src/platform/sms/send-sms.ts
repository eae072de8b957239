import { env, type Settings } from '@/platform/env'
import { writeFileToOutbox } from '@/platform/mail'
import type { Sms, SmsSender } from './sms'
import { sendByTaqnyat } from './taqnyat'
import { sendByUnifonic } from './unifonic'

/** Without a provider, for trying things out: a text file beside the mails. */
const sendToOutbox: SmsSender = ({ to, text, messageId }, settings) =>
  writeFileToOutbox({ messageId, ending: 'sms.txt', bytes: Buffer.from(`${to}\n\n${text}\n`) }, settings)

const senders = {
  outbox: sendToOutbox,
  unifonic: sendByUnifonic,
  taqnyat: sendByTaqnyat,
} as const satisfies Record<Exclude<Settings['SMS_PROVIDER'], 'none'>, SmsSender>

/** Whether text messages are sent at all. */
export const hasSms = (settings: Settings = env()): boolean => settings.SMS_PROVIDER !== 'none'

/**
 * Hands a text message over to the provider of the settings.
 * @throws SmsRefused when the number is refused for good; another error when it is to be tried again
 */
export async function sendSms(sms: Sms, settings: Settings = env()): Promise<void> {
  if (settings.SMS_PROVIDER === 'none') throw new Error('No SMS provider is set.')
  await senders[settings.SMS_PROVIDER](sms, settings)
}
