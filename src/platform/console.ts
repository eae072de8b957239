import { logger, textOf } from '@/platform/logger'

/**
 * Next and its parts write to the console; the log is one JSON line an event, so from here on they
 * write there. A line break in what an anonymous client sent can then not pass for another line.
 */
export function logConsole(): void {
  const levels = { log: 'info', info: 'info', warn: 'warn', error: 'error', debug: 'debug' } as const
  for (const [method, level] of Object.entries(levels) as [
    keyof typeof levels,
    (typeof levels)[keyof typeof levels],
  ][]) {
    globalThis.console[method] = (...words: unknown[]) => logger[level]({ from: 'next' }, textOf(words))
  }
}
