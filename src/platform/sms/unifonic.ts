import { askProvider, SmsRefused, type SmsSender, withoutPlus } from './sms'

/** ER-02 to ER-05: a number that is wrong, too long, too short, or without a route. */
const refusedForGood = new Set(['ER-02', 'ER-03', 'ER-04', 'ER-05'])
/** "The message duplicates a recent one with the same content to the same recipient": an earlier attempt arrived. */
const DUPLICATE = 'ER-09'

/**
 * Unifonic's REST API. Shapes: https://docs.unifonic.com/docs/sending-your-first-sms-via-unifonic-api and
 * https://docs.unifonic.com/reference; codes: https://docs.unifonic.com/docs/understanding-reasons-of-sms-non-delivery
 * (read November 2026). `CorrelationID` names the message in their reports; that it makes a repetition one message is
 * not promised there.
 */
export const sendByUnifonic: SmsSender = async ({ to, text, messageId }, { SMS_URL, SMS_TOKEN, SMS_SENDER }) => {
  const { status, body } = await askProvider(`${SMS_URL || 'https://el.cloud.unifonic.com'}/rest/SMS/messages`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      AppSid: SMS_TOKEN,
      SenderID: SMS_SENDER,
      Recipient: withoutPlus(to),
      Body: text,
      responseType: 'JSON',
      CorrelationID: messageId,
    }).toString(),
  })
  const code = /^ER-\d{2}$/.exec(String(body.errorCode))?.[0] ?? 'no code'
  const isTaken = status >= 200 && status < 300 && String(body.success) === 'true'
  if (isTaken || code === DUPLICATE) return
  if (refusedForGood.has(code)) throw new SmsRefused(`Unifonic refused the number (${code}).`)
  throw new Error(`Unifonic answered ${status} (${code}).`)
}
