import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient, type InValue } from '@libsql/client'
import Database from 'libsql'
import { SqliteClient } from '@/platform/sqlite/client'
import { rounded } from './setup/statistics'

/**
 * SQLite through our client, and beside it in the same run through the official one
 * (with its settings made once, as Payload's adapter makes them). Rounds alternate, so that what else
 * the machine does falls on both.
 */
const ROUNDS = 5
const SINGLE_WRITES = 400
const SAVES = 60
const STATEMENTS_OF_A_SAVE = 12
const READS = 2000
const FOREIGN_LOCK_MS = 1500

const columns = Array.from({ length: 40 }, (_, index) => `c${index}`)
const schema = `CREATE TABLE rows (id TEXT PRIMARY KEY, parent TEXT, ${columns.join(', ')}); CREATE INDEX by_parent ON rows (parent); CREATE UNIQUE INDEX by_first ON rows (c0)`
const insertion = `INSERT INTO rows (id, parent, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')}) RETURNING *`

let count = 0
const values = (parent: string): InValue[] => {
  count += 1
  return [`row-${count}`, parent, ...columns.map((name) => `${name} of ${count}`)]
}

type Driver = Pick<Client, 'execute' | 'executeMultiple' | 'close'> & {
  transaction(mode: 'write'): Promise<{
    execute(statement: { sql: string; args: InValue[] }): Promise<unknown>
    commit(): Promise<void>
    rollback(): Promise<void>
  }>
}

const drivers: Record<string, (file: string) => Promise<Driver>> = {
  async official(file) {
    const client = createClient({ url: `file:${file}` })
    for (const setting of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL']) {
      await client.execute(`PRAGMA ${setting}`)
    }
    return client
  },
  async ours(file) {
    const client = new SqliteClient(file)
    await client.open()
    return client as unknown as Driver
  },
}

async function perSecond(times: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round((times * 1000) / (performance.now() - started))
}

const singleWrites = (driver: Driver, writers: number) =>
  perSecond(SINGLE_WRITES, async () => {
    let left = SINGLE_WRITES
    const writer = async () => {
      while (left-- > 0) await driver.execute({ sql: insertion, args: values('single') })
    }
    await Promise.all(Array.from({ length: writers }, writer))
  })

/** Documents of several rows, all at once: each a transaction. */
async function saves(driver: Driver): Promise<{ succeeded: number; perSecond: number }> {
  let succeeded = 0
  const save = async (index: number) => {
    const transaction = await driver.transaction('write')
    try {
      for (let row = 0; row < STATEMENTS_OF_A_SAVE; row += 1) {
        await transaction.execute({ sql: insertion, args: values(`save-${index}`) })
      }
      await transaction.commit()
      succeeded += 1
    } catch (error) {
      await transaction.rollback().catch(() => undefined)
      throw error
    }
  }
  const rate = await perSecond(SAVES, () =>
    Promise.allSettled(Array.from({ length: SAVES }, (_, index) => save(index))),
  )
  return { succeeded, perSecond: rate }
}

const reads = (driver: Driver) =>
  perSecond(READS, async () => {
    for (let read = 0; read < READS; read += 1) {
      await driver.execute({ sql: 'SELECT * FROM rows WHERE c0 = ?', args: [`c0 of ${1 + (read % 100)}`] })
    }
  })

/** How long nothing else could run while another process held the lock and a write waited for it. */
async function longestBlock(driver: Driver, file: string): Promise<number> {
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  // Pause: the delay is sampled before, while and after the lock is held.
  await pause(50)
  const write = driver.execute({ sql: insertion, args: values('waiting') }).catch(() => undefined)
  // Pause: how long the lock is held.
  await pause(FOREIGN_LOCK_MS)
  other.exec('COMMIT')
  await write
  // Pause: as before.
  await pause(50)
  delay.disable()
  other.close()
  return rounded(delay.max / 1e6, 0)
}

interface Round {
  oneWriterPerSecond: number
  sixteenWritersPerSecond: number
  saves: { succeeded: number; perSecond: number }
  readsPerSecond: number
  longestBlockMs: number
}

async function round(name: string): Promise<Round> {
  // Under the project rather than in /tmp, which may be memory.
  const folder = mkdtempSync(path.join(process.cwd(), '.cache/bench-database-'))
  const file = path.join(folder, 'database.sqlite')
  count = 0
  const driver = await drivers[name]?.(file)
  if (!driver) throw new Error(`There is no driver ${name}.`)
  try {
    await driver.executeMultiple(schema)
    const oneWriterPerSecond = await singleWrites(driver, 1)
    const sixteenWritersPerSecond = await singleWrites(driver, 16)
    const readsPerSecond = await reads(driver)
    const longestBlockMs = await longestBlock(driver, file)
    return {
      oneWriterPerSecond,
      sixteenWritersPerSecond,
      saves: await saves(driver),
      readsPerSecond,
      longestBlockMs,
    }
  } finally {
    driver.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const median = (figures: number[]): number => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

const summary = (rounds: Round[]): Round => ({
  oneWriterPerSecond: median(rounds.map((one) => one.oneWriterPerSecond)),
  sixteenWritersPerSecond: median(rounds.map((one) => one.sixteenWritersPerSecond)),
  saves: {
    succeeded: Math.min(...rounds.map((one) => one.saves.succeeded)),
    perSecond: median(rounds.map((one) => one.saves.perSecond)),
  },
  readsPerSecond: median(rounds.map((one) => one.readsPerSecond)),
  longestBlockMs: Math.max(...rounds.map((one) => one.longestBlockMs)),
})

export async function bench() {
  const rounds: Record<string, Round[]> = { official: [], ours: [] }
  for (let index = 0; index < ROUNDS; index += 1) {
    for (const [name, done] of Object.entries(rounds)) done.push(await round(name))
  }
  return {
    savesAtOnce: SAVES,
    statementsOfASave: STATEMENTS_OF_A_SAVE,
    ...Object.fromEntries(Object.entries(rounds).map(([name, done]) => [name, summary(done)])),
  }
}
