import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { logOptions, readable, textOf } from './logger'

it('says in development what a line of the log says, in words', () => {
  const line = { level: 40, time: '2026-11-22T09:08:07.006Z', msg: 'database away', reason: 'gone', tries: 2 }
  expect(readable(JSON.stringify(line))).toBe('09:08:07 WARN  database away reason=gone tries=2\n')
  const failed = { level: 50, time: '2026-11-22T09:08:07.006Z', err: { type: 'Error', stack: 'Error: x\n    at y' } }
  expect(readable(JSON.stringify(failed))).toBe('09:08:07 ERROR\nError: x\n    at y\n')
})

describe('a statement that failed', () => {
  const values = 'هند,hind@example.org,secret-key'
  const failed = Object.assign(
    new Error(`Failed query: insert into "inquiries" ("name") values (?)\nparams: ${values}\nin two lines`, {
      cause: Object.assign(new Error('E11000 duplicate key error dup key: { email: "hind@example.org" }'), {
        keyValue: { email: 'hind@example.org' },
      }),
    }),
    { params: values.split(','), code: 'a-code' },
  )
  const written = () => {
    const lines: string[] = []
    pino({ ...logOptions, level: 'error' }, { write: (line: string) => lines.push(line) }).error(
      { err: failed },
      'failed',
    )
    return lines.join('')
  }

  it('is logged with what was asked and where, and without the values it was given', () => {
    const line = written()
    expect(line).toContain('insert into')
    expect(line).toContain('logger.test.ts')
    expect(line).toContain('duplicate key error')
    for (const value of ['هند', 'hind@', 'secret-key', 'in two lines', 'a-code']) expect(line).not.toContain(value)
  })

  it('is told so by the console of others too', () => {
    const text = textOf(['⨯ %s', failed])
    expect(text).toContain('insert into')
    for (const value of ['هند', 'hind@', 'secret-key']) expect(text).not.toContain(value)
    expect(textOf(['took', 3, 'ms'])).toBe('took 3 ms')
  })
})
