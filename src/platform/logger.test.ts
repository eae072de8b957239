import { APIError } from 'payload'
import pino from 'pino'
import { prettyFactory } from 'pino-pretty'
import { describe, expect, it } from 'vitest'
import { boundedLine, logOptions, MAX_LINE_BYTES, readable, textOf } from './logger'

it('says in development what a line of the log says, in words', () => {
  const say = prettyFactory({ ...readable.options, colorize: false })
  const line = { level: 40, time: '2026-11-22T09:08:07.006Z', msg: 'database away', reason: 'gone', tries: 2 }
  expect(say(JSON.stringify(line))).toBe('[09:08:07] WARN: database away {"reason":"gone","tries":2}\n')
  const failed = { level: 50, time: '2026-11-22T09:08:07.006Z', err: { type: 'Error', stack: 'Error: x\n    at y' } }
  expect(say(JSON.stringify(failed))).toMatch(/^\[09:08:07\] ERROR: \n.*Error: x\n +at y/s)
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

describe('a line', () => {
  const written = (...args: [facts: object, message?: string]) => {
    const lines: string[] = []
    pino({ ...logOptions, level: 'info' }, { write: (line: string) => lines.push(line) }).error(...args)
    return lines
  }
  const deep = (levels: number): object => (levels === 0 ? {} : { next: deep(levels - 1), text: 'x'.repeat(500) })

  it.each<[string, object, string?]>([
    ['a message of 100 KB', {}, 'ا'.repeat(50_000)],
    ['an error whose message is a request', { err: new TypeError(`no ${'h'.repeat(130_000)}`) }],
    ['a chain of errors', { err: new Error('a'.repeat(5000), { cause: new Error('b'.repeat(5000)) }) }],
    ['an object with all headers of a request', { headers: Object.fromEntries([...Array(2000).keys()].entries()) }],
    ['a list of texts', { list: Array(3000).fill('some text') }],
    ['an object within objects', deep(40)],
    ['keys as long as a request', { [`k${'e'.repeat(9000)}`]: 1 }],
  ])('is at most 2 KB and still JSON: %s', (_, facts, message) => {
    const lines = written(facts, message)
    expect(lines).toHaveLength(1)
    expect(Buffer.byteLength(lines[0] ?? '')).toBeLessThanOrEqual(MAX_LINE_BYTES)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, time: expect.any(String) })
    expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1)
  })

  it('that is cut still says what failed and where', () => {
    const [line = ''] = written({ err: new TypeError(`no ${'h'.repeat(130_000)}`) }, 'a panel function failed')
    expect(JSON.parse(line)).toMatchObject({ msg: 'a panel function failed', err: { type: 'TypeError' } })
    expect(line).toContain('logger.test.ts')
  })

  it('of ordinary length stays as it is', () => {
    const line = `{"level":30,"msg":"${'ا'.repeat(900)}"}\n`
    expect(boundedLine(line)).toBe(line)
  })

  it('of the console is cut too', () => {
    expect(textOf([{ big: 'x'.repeat(200_000) }]).length).toBeLessThanOrEqual(MAX_LINE_BYTES + 1)
  })

  it('about what was refused with words is one of information, without a stack', () => {
    const [line = ''] = written({ err: new APIError('There is no such page.', 400) })
    expect(JSON.parse(line)).toMatchObject({
      level: 30,
      refused: 'APIError',
      status: 400,
      msg: 'There is no such page.',
    })
    expect(line).not.toContain('logger.test.ts')
    expect(written({ err: new APIError('The disk is full.', 500) })[0]).toContain('"level":50')
  })
})
