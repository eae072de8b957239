import type { Settings } from '@/platform/env'

/** One text message to one person. */
export interface Sms {
  /** E.164: `+966501234567`. */
  to: string
  text: string
  /** The same for every attempt. What a provider makes of it stands in its adapter. */
  messageId: string
}

/** Hands a message over. @throws SmsRefused when another attempt would be refused too, any other error otherwise */
export type SmsSender = (sms: Sms, settings: Settings) => Promise<void>

/** The provider doesn't take this number, whenever it is asked. */
export class SmsRefused extends Error {
  override readonly name = 'SmsRefused'
}

const TIMEOUT_MS = 15_000

export interface ProviderAnswer {
  status: number
  /** Empty when the body is no JSON object. */
  body: Readonly<Record<string, unknown>>
}

/** Asks a provider. Nothing of the message is in what is thrown: errors are logged. */
export async function askProvider(url: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<ProviderAnswer> {
  const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  const text = (await answer.text()).slice(0, 100_000)
  return { status: answer.status, body: objectIn(text) }
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text)
    return parsed && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** Both providers take numbers in international form without + or 00. */
export const withoutPlus = (number: string): string => number.replace(/^\+/, '')
