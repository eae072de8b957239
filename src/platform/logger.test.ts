import { expect, it } from 'vitest'
import { readable } from './logger'

it('says in development what a line of the log says, in words', () => {
  const line = { level: 40, time: '2026-11-22T09:08:07.006Z', msg: 'database away', reason: 'gone', tries: 2 }
  expect(readable(JSON.stringify(line))).toBe('09:08:07 WARN  database away reason=gone tries=2\n')
  const failed = { level: 50, time: '2026-11-22T09:08:07.006Z', err: { type: 'Error', stack: 'Error: x\n    at y' } }
  expect(readable(JSON.stringify(failed))).toBe('09:08:07 ERROR\nError: x\n    at y\n')
})
