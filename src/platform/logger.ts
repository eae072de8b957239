import { format } from 'node:util'
import pino from 'pino'
import { env } from '@/platform/env'

/**
 * A failed statement's error repeats the values it was given, in its message and so in its stack:
 * addresses, codes, hashes. What was asked, and where, is enough to find the fault by.
 */
export const withoutValues = (text: string): string =>
  text
    .replace(/\nparams: [\s\S]*?(?=\n {4}at |\ncaused by: |$)/g, '\nparams: [redacted]')
    .replace(/\bdup key: \{[^\n]*\}/g, 'dup key: [redacted]')

const stackOf = (error: Error): string => {
  const own = withoutValues(error.stack ?? error.message)
  return error.cause instanceof Error ? `${own}\ncaused by: ${stackOf(error.cause)}` : own
}

/** Of an error its kind and stack; its other properties hold what people sent. */
function describeError(error: unknown): unknown {
  return error instanceof Error ? { type: error.name, stack: stackOf(error) } : error
}

/** What the console was given, as text. */
export const textOf = (words: readonly unknown[]): string =>
  format(...words.map((word) => (word instanceof Error ? stackOf(word) : word)))

/**
 * One JSON line an event, readable lines in development. Never log a name, phone, e-mail, message, code or sealed link:
 * the redaction below is a net, not a licence.
 */
export const logOptions: pino.LoggerOptions = {
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  redact: {
    paths: [
      'name',
      'phone',
      'email',
      'message',
      'subject',
      'code',
      'password',
      'token',
      '*.name',
      '*.phone',
      '*.email',
      '*.message',
      '*.subject',
      '*.code',
      '*.password',
      '*.token',
    ],
    censor: '[redacted]',
  },
}

/** A line for a person at a terminal: time, level, what happened, and the rest as `key=value`. */
export function readable(line: string): string {
  const {
    level,
    time,
    msg = '',
    err,
    ...rest
  } = JSON.parse(line) as Record<string, unknown> & {
    err?: { type?: string; stack?: string }
  }
  const facts = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const name = (pino.levels.labels[Number(level)] ?? '').toUpperCase().padEnd(5)
  const words = [String(time).slice(11, 19), name, String(msg), ...facts].filter(Boolean).join(' ').trimEnd()
  return `${words}${err?.stack ? `\n${err.stack}` : ''}\n`
}

export const logger =
  env().NODE_ENV === 'development'
    ? pino(logOptions, { write: (line: string) => process.stdout.write(readable(line)) })
    : pino(logOptions)
