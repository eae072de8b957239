import pino from 'pino'
import { env } from '@/platform/env'

/**
 * One JSON line an event, readable lines in development. Never log a name, phone, e-mail, message, code or sealed link:
 * the redaction below is a net, not a licence.
 */
const options: pino.LoggerOptions = {
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
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
    ? pino(options, { write: (line: string) => process.stdout.write(readable(line)) })
    : pino(options)
