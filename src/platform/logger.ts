import pino from 'pino'
import { env } from '@/platform/env'

/**
 * One JSON line an event. Never log a name, phone, e-mail, message, code or sealed link:
 * the redaction below is a net, not a licence.
 */
export const logger = pino({
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
})
