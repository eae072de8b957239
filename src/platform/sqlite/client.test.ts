import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DatabaseError } from '@/platform/database-errors'
import { SqliteClient } from './client'

let folder: string
let file: string
let client: SqliteClient

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-sqlite-'))
  file = path.join(folder, 'database.sqlite')
  client = new SqliteClient(file)
  await client.open()
  await client.executeMultiple(
    'CREATE TABLE works (id TEXT PRIMARY KEY, slug TEXT UNIQUE); CREATE TABLE clauses (id TEXT PRIMARY KEY, work TEXT NOT NULL REFERENCES works(id) ON DELETE CASCADE)',
  )
})

afterEach(() => {
  vi.useRealTimers()
  client.close()
  rmSync(folder, { recursive: true })
})

const insert = (id: string) => ({ sql: 'INSERT INTO works (id, slug) VALUES (?, ?) RETURNING id', args: [id, id] })
const ids = async (reader: Pick<SqliteClient, 'execute'> = client) =>
  (await reader.execute('SELECT id FROM works ORDER BY id')).rows.map(({ id }) => id)

/** Lets everything run that can run without time passing. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await nextTurn()
}

const isSettled = async (promise: Promise<unknown>) => {
  let settled = false
  promise.then(
    () => {
      settled = true
    },
    () => {
      settled = true
    },
  )
  await settle()
  return settled
}

/** Another process, as far as SQLite's locks are concerned. */
const foreigner = () => new Database(file)

describe('every connection', () => {
  const setting = async (name: string, on: { execute(sql: string): ReturnType<SqliteClient['execute']> }) =>
    Object.values((await on.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0]

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['busy_timeout', 0],
  ])('has %s = %s, in a transaction and after one', async (name, value) => {
    const transaction = await client.transaction()
    expect(await setting(name, transaction)).toBe(value)
    await transaction.rollback()
    expect(await setting(name, client)).toBe(value)
  })

  it('reads on, after a statement was explained', async () => {
    await client.execute('EXPLAIN QUERY PLAN SELECT * FROM works')
    await client.execute(insert('a'))
    expect(await ids()).toEqual(['a'])
  })

  it('reads and writes on, after statements that failed', async () => {
    await client.execute(insert('a'))
    await expect(
      client.execute({ sql: 'SELECT id FROM works WHERE id LIKE ?', args: ['a'.repeat(60_000)] }),
    ).rejects.toThrow(/pattern too complex/)
    await expect(client.execute(insert('a'))).rejects.toMatchObject({ kind: 'unique' })
    await client.execute(insert('b'))
    expect(await ids()).toEqual(['a', 'b'])
  })
})

describe('a transaction', () => {
  it('is seen by others when it is committed, and by itself before', async () => {
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    expect(await ids(transaction)).toEqual(['a'])
    expect(await ids()).toEqual([])
    await transaction.commit()
    expect(await ids()).toEqual(['a'])
  })

  it('that lost one statement keeps none, though its caller goes on', async () => {
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    await expect(
      transaction.execute({ sql: 'INSERT INTO clauses (id, work) VALUES (?, ?)', args: ['c', 'nobody'] }),
    ).rejects.toMatchObject({ kind: 'reference' })
    await expect(transaction.execute(insert('b'))).rejects.toMatchObject({ kind: 'interrupted' })
    await expect(transaction.commit()).rejects.toMatchObject({ kind: 'interrupted' })
    expect(await ids()).toEqual([])
    await client.execute(insert('c'))
    expect(await ids()).toEqual(['c'])
  })

  it('comes to nothing on a full disk', async () => {
    const { rows } = await client.execute('PRAGMA page_count')
    await client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.page_count) + 2}`)
    const transaction = await client.transaction()
    const fill = async () => {
      for (let row = 0; row < 100; row += 1) await transaction.execute(insert(String(row).padEnd(1000, '.')))
    }
    await expect(fill()).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    await expect(transaction.commit()).rejects.toThrow(DatabaseError)
    expect(await ids()).toEqual([])
  })

  it('that nobody ends is undone, and others write again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    const next = client.execute(insert('b'))
    expect(await isSettled(next)).toBe(false)
    await vi.advanceTimersByTimeAsync(9_000)
    await transaction.execute(insert('c'))
    await vi.advanceTimersByTimeAsync(900)
    expect(await isSettled(next)).toBe(false)
    await vi.advanceTimersByTimeAsync(15_000)
    await expect(next).rejects.toMatchObject({ kind: 'busy' })
    await expect(transaction.execute(insert('d'))).rejects.toMatchObject({ kind: 'interrupted' })
    await expect(transaction.commit()).rejects.toMatchObject({ kind: 'interrupted' })
    await client.execute(insert('e'))
    expect(await ids()).toEqual(['e'])
  })

  it('waits for the one before it', async () => {
    const first = await client.transaction()
    await first.execute(insert('a'))
    const second = client.transaction()
    expect(await isSettled(second)).toBe(false)
    await first.commit()
    const begun = await second
    expect(await ids(begun)).toEqual(['a'])
    await begun.rollback()
  })
})

describe('a transaction that has written nothing yet', () => {
  it('gives way to a single write, and goes on afterwards', async () => {
    const transaction = await client.transaction()
    await client.execute(insert('single'))
    await transaction.execute(insert('a'))
    const next = client.execute(insert('b'))
    expect(await isSettled(next)).toBe(false)
    await transaction.commit()
    await next
    expect(await ids()).toEqual(['a', 'b', 'single'])
  })

  it('gives way to no other transaction', async () => {
    const transaction = await client.transaction()
    await client.execute(insert('single'))
    const other = client.transaction()
    expect(await isSettled(other)).toBe(false)
    await transaction.commit()
    await (await other).rollback()
  })

  it('ends as a conflict when another process wrote meanwhile: what it read is no longer true', async () => {
    const transaction = await client.transaction()
    await client.execute(insert('single'))
    const other = foreigner()
    other.exec("INSERT INTO works (id, slug) VALUES ('foreign', 'foreign')")
    other.close()
    await expect(transaction.execute(insert('a'))).rejects.toMatchObject({ kind: 'conflict', status: 409 })
    await expect(transaction.commit()).rejects.toMatchObject({ kind: 'conflict' })
    expect(await ids()).toEqual(['foreign', 'single'])
  })
})

describe('a lock of another process', () => {
  it('is waited for while everything else runs', async () => {
    const other = foreigner()
    other.exec('BEGIN IMMEDIATE')
    const single = client.execute(insert('single'))
    const opening = client.transaction()
    expect(await isSettled(Promise.race([single, opening]))).toBe(false)
    expect(await ids()).toEqual([])
    other.exec('COMMIT')
    other.close()
    await single
    await (await opening).commit()
    expect(await ids()).toEqual(['single'])
  })
})

describe('values', () => {
  it.each([
    ['a text with a NUL, of which SQLite would return a part', 'a\0b'],
    ['a number that is none', Number.NaN],
    ['an infinite number', Number.POSITIVE_INFINITY],
    ['a list', ['a']],
    ['an object', { equals: 'a' }],
    ['an integer beyond 64 bits', 2n ** 70n],
    ['nothing at all', undefined],
  ])('refuses %s', async (_name, value) => {
    const written = client.execute({ sql: 'INSERT INTO works (id, slug) VALUES (?, ?)', args: ['a', value] })
    await expect(written).rejects.toMatchObject({ kind: 'unstorable', status: 400 })
    await expect(client.execute({ sql: 'SELECT ?', args: [value] })).rejects.toMatchObject({ kind: 'unstorable' })
  })

  it('takes a truth value, over which the driver would end the process', async () => {
    expect((await client.execute({ sql: 'SELECT ? AS yes, ? AS no', args: [true, false] })).rows[0]).toMatchObject({
      yes: 1,
      no: 0,
    })
  })

  it('reads columns by name and by place, of two with one name the first by name', async () => {
    const [row] = (await client.execute("SELECT 'a' AS id, 'b' AS id")).rows
    expect(Array.prototype.slice.call(row)).toEqual(['a', 'b'])
    expect({ ...row }).toEqual({ id: 'a' })
  })
})

describe('the log', () => {
  it('is emptied, and so holds nothing of what was deleted', async () => {
    await client.execute(insert('a-secret-word'))
    await client.execute("DELETE FROM works WHERE id = 'a-secret-word'")
    expect(await client.truncateLog()).toBe(true)
    const { readFileSync } = await import('node:fs')
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes('a-secret-word')).toBe(false)
  })

  it('is left alone while another process reads from it', async () => {
    const other = foreigner()
    await client.execute(insert('a'))
    other.exec('BEGIN')
    other.prepare('SELECT * FROM works').all([])
    await client.execute(insert('b'))
    expect(await client.truncateLog()).toBe(false)
    other.exec('COMMIT')
    other.close()
  })
})
