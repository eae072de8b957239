import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readSettings, type Settings } from '@/platform/env'
import { sendSms } from './send-sms'
import { askProvider, SmsRefused } from './sms'

interface Asked {
  url: string
  method: string
  headers: IncomingHttpHeaders
  body: string
}

let stop: () => Promise<void> = async () => undefined
afterEach(() => stop())

/** A provider that answers so, or not at all. */
async function provider(answer: { status: number; body: unknown } | 'silence') {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      asked.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body })
      if (answer === 'silence') return
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const secrets = {
  PAYLOAD_SECRET: 'x'.repeat(32),
  DATA_KEYS: `test:${Buffer.alloc(32).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32).toString('base64'),
}
const settingsOf = (SMS_PROVIDER: Settings['SMS_PROVIDER'], SMS_URL: string) =>
  readSettings({ ...secrets, SMS_PROVIDER, SMS_URL, SMS_TOKEN: 'token-of-tests', SMS_SENDER: 'CreativeMom' })

const sms = { to: '+966501234567', text: 'وصلتنا رسالتكم: https://example.org', messageId: '<id-1@example.org>' }

// The answers are those of the documentation that the adapters name.
const unifonicTook = {
  success: true,
  message: '',
  errorCode: 'ER-00',
  data: { MessageID: 3200017889310, CorrelationID: 'CorrelationID', Status: 'Queued', Recipient: '966501234567' },
}
const taqnyatTook = {
  statusCode: 201,
  messageId: 29999993,
  cost: '0.0000',
  currency: 'SAR',
  totalCount: 1,
  msgLength: 1,
  accepted: '[966501234567,]',
  rejected: '[]',
}

describe('Unifonic', () => {
  it('is asked as its documentation says', async () => {
    const { asked, url } = await provider({ status: 200, body: unifonicTook })
    await sendSms(sms, settingsOf('unifonic', url))
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/rest/SMS/messages' })
    expect(asked[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      AppSid: 'token-of-tests',
      SenderID: 'CreativeMom',
      Recipient: '966501234567',
      Body: sms.text,
      responseType: 'JSON',
      CorrelationID: sms.messageId,
    })
  })

  it.each(['ER-02', 'ER-03', 'ER-04', 'ER-05'])('refuses a number for good with %s', async (errorCode) => {
    const { url } = await provider({ status: 400, body: { success: false, errorCode } })
    await expect(sendSms(sms, settingsOf('unifonic', url))).rejects.toBeInstanceOf(SmsRefused)
  })

  it('takes a repetition for what arrived', async () => {
    const { url } = await provider({ status: 400, body: { success: false, errorCode: 'ER-09' } })
    await expect(sendSms(sms, settingsOf('unifonic', url))).resolves.toBeUndefined()
  })

  it.each([
    [{ status: 200, body: { success: false, errorCode: 'ER-01' } }],
    [{ status: 401, body: { success: false, errorCode: 'ER-08', message: 'about 966501234567' } }],
    [{ status: 503, body: '<html>' }],
    [{ status: 200, body: 'null' }],
  ])('is tried again after %j, and nothing of the message is in the error', async (answer) => {
    const { url } = await provider(answer)
    const error = await sendSms(sms, settingsOf('unifonic', url)).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(SmsRefused)
    expect(String(error)).not.toMatch(/501234567|token|وصلتنا/)
  })
})

describe('Taqnyat', () => {
  it('is asked as its documentation says', async () => {
    const { asked, url } = await provider({ status: 201, body: taqnyatTook })
    await sendSms(sms, settingsOf('taqnyat', url))
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/v1/messages' })
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'Bearer token-of-tests',
      'content-type': 'application/json',
    })
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      recipients: ['966501234567'],
      body: sms.text,
      sender: 'CreativeMom',
    })
  })

  it('refuses a number for good by naming it among the rejected', async () => {
    const body = { ...taqnyatTook, accepted: '[]', rejected: '[966501234567,]' }
    const { url } = await provider({ status: 201, body })
    await expect(sendSms(sms, settingsOf('taqnyat', url))).rejects.toBeInstanceOf(SmsRefused)
  })

  it.each([
    [{ status: 401, body: { statusCode: 401, message: 'Authorization failed' } }],
    [{ status: 200, body: { statusCode: 400, message: 'Invalid sender' } }],
    [{ status: 500, body: '' }],
  ])('is tried again after %j', async (answer) => {
    const { url } = await provider(answer)
    const sent = sendSms(sms, settingsOf('taqnyat', url))
    await expect(sent).rejects.toThrow(/^Taqnyat answered/)
    await expect(sent).rejects.not.toBeInstanceOf(SmsRefused)
  })
})

describe('a provider', () => {
  it('that never answers is given up after a while', async () => {
    const { url } = await provider('silence')
    await expect(askProvider(url, { method: 'POST' }, 100)).rejects.toThrow(/timeout/i)
  })

  it('that is away is tried again', async () => {
    await expect(sendSms(sms, settingsOf('taqnyat', 'http://127.0.0.1:1'))).rejects.toThrow(/^fetch failed/)
  })

  it('needs its token and the sender’s name', () => {
    expect(() => readSettings({ ...secrets, SMS_PROVIDER: 'unifonic', SMS_SENDER: 'x' })).toThrow(/SMS_TOKEN/)
    expect(() => readSettings({ ...secrets, SMS_PROVIDER: 'another' })).toThrow(/SMS_PROVIDER/)
    expect(readSettings(secrets).SMS_PROVIDER).toBe('none')
  })
})
