import { logger, textOf } from '@/platform/logger'

/**
 * Redirects the console, which Next writes to, to the log with one JSON line per event, so that a line break in a
 * client's input can't forge a log line.
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
