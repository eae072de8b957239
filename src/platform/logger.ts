import { format } from 'node:util'
import pino from 'pino'
import { env } from '@/platform/env'

/**
 * The error of a failed statement repeats its values (addresses, codes, hashes) in message and stack, so they are
 * removed.
 */
export const withoutValues = (text: string): string =>
  text
    .replace(/\nparams: [\s\S]*?(?=\n {4}at |\ncaused by: |$)/g, '\nparams: [redacted]')
    .replace(/\bdup key: \{[^\n]*\}/g, 'dup key: [redacted]')

/** The largest log line in bytes, which limits what one request can write. */
export const MAX_LINE_BYTES = 2048
const MAX_MESSAGE = 400
const MAX_FRAMES = 600
const MAX_CAUSES = 2

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text)

/** Keeps the frames of a stack under a message of any length. */
function ownStack({ name, message, stack = '' }: Error): string {
  const frames = stack.search(/\n {4}at /)
  const head = withoutValues(frames === -1 ? stack || `${name}: ${message}` : stack.slice(0, frames))
  return cut(head, MAX_MESSAGE) + (frames === -1 ? '' : cut(stack.slice(frames), MAX_FRAMES))
}

const stackOf = (error: Error, causes = MAX_CAUSES): string =>
  error.cause instanceof Error && causes > 0
    ? `${ownStack(error)}\ncaused by: ${stackOf(error.cause, causes - 1)}`
    : ownStack(error)

/** Logs name and stack of an error; other properties may hold personal data. */
function describeError(error: unknown): unknown {
  return error instanceof Error ? { type: error.name, stack: stackOf(error) } : error
}

/** The console's arguments as text. */
export const textOf = (words: readonly unknown[]): string =>
  cut(format(...words.map((word) => (word instanceof Error ? stackOf(word) : word))), MAX_LINE_BYTES)

/** Shortens texts to `length` characters, and lists and objects to as many entries. */
function shortened(value: unknown, length: number): unknown {
  if (typeof value === 'string') return cut(value, length)
  if (Array.isArray(value)) return value.slice(0, length).map((item) => shortened(item, length))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).slice(0, length)
  return Object.fromEntries(entries.map(([key, item]) => [cut(key, length), shortened(item, length)]))
}

/** The line, shortened to {@link MAX_LINE_BYTES} as valid JSON. */
export function boundedLine(line: string): string {
  // A character takes three bytes at most.
  if (line.length * 3 <= MAX_LINE_BYTES || Buffer.byteLength(line) <= MAX_LINE_BYTES) return line
  const facts: unknown = JSON.parse(line)
  for (let length = MAX_LINE_BYTES / 2; length >= 8; length /= 2) {
    const shorter = `${JSON.stringify(shortened(facts, length))}\n`
    if (Buffer.byteLength(shorter) <= MAX_LINE_BYTES) return shorter
  }
  const { level, time } = facts as { level?: unknown; time?: unknown }
  return `${JSON.stringify({ level, time, msg: 'a line of the log was too long' })}\n`
}

/** What was refused with words is no failure of ours: what a client can cause at will gets one line without a stack. */
function refusal(given: unknown): { refused: string; status: number; msg: string } | null {
  const error = typeof given === 'object' && given !== null && 'err' in given ? given.err : null
  if (!(error instanceof Error) || !('status' in error)) return null
  const status = Number(error.status)
  if (!(status >= 400 && status < 500)) return null
  return { refused: error.name, status, msg: cut(withoutValues(error.message), MAX_MESSAGE) }
}

/**
 * One JSON line an event, readable lines in development. Never log a name, phone, e-mail, message, code or sealed link:
 * the redaction below is a net, not a licence.
 */
export const logOptions: pino.LoggerOptions = {
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  hooks: {
    logMethod(args, method) {
      const refused = refusal(args[0])
      if (refused) this.info(refused)
      else method.apply(this, args)
    },
    streamWrite: boundedLine,
  },
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

/** Lines for people, where NODE_ENV is `development`; everywhere else a line is JSON, for what collects logs. */
export const readable = {
  target: 'pino-pretty',
  options: { singleLine: true, translateTime: 'HH:MM:ss' },
} satisfies pino.TransportSingleOptions

export const logger = pino(env().NODE_ENV === 'development' ? { ...logOptions, transport: readable } : logOptions)
