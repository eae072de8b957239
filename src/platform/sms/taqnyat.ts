import { askProvider, SmsRefused, type SmsSender, withoutPlus } from './sms'

/**
 * Taqnyat's REST API. Shapes: https://dev.taqnyat.sa/en/doc/sms/ (read November 2026). It has no name for a message by
 * which a repetition would be one; `deleteId` is for scheduled messages only.
 */
export const sendByTaqnyat: SmsSender = async ({ to, text }, { SMS_URL, SMS_TOKEN, SMS_SENDER }) => {
  const number = withoutPlus(to)
  const { status, body } = await askProvider(`${SMS_URL || 'https://api.taqnyat.sa'}/v1/messages`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${SMS_TOKEN}`,
    },
    body: JSON.stringify({ recipients: [number], body: text, sender: SMS_SENDER }),
  })
  const outcome = Number(body.statusCode ?? status)
  if (status < 200 || status >= 300 || outcome < 200 || outcome >= 300) {
    throw new Error(`Taqnyat answered ${status} (${outcome}).`)
  }
  // "[966…]" or a list: the numbers that were not taken.
  if (String(body.rejected ?? '').includes(number)) throw new SmsRefused('Taqnyat refused the number.')
}
