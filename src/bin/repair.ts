/** Finds what saves of earlier versions left half done, and repairs it: npm run repair [-- --yes] */
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { getPayload } from 'payload'
import { closeDatabase, databaseIdentity, findHalfMade, setDatabaseAside, sqliteFile } from '@/platform/database'
import { env, SettingsError } from '@/platform/env'
import { describe, describeRemedy, repairHalfMade } from '@/platform/sqlite/repair'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function isWanted(question: string): Promise<boolean> {
  if (process.argv.includes('--yes')) return true
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

async function repair(): Promise<void> {
  const settings = env()
  const file = sqliteFile(settings)
  if (file === null) {
    say('✓ MongoDB keeps each document whole by itself: there is nothing to repair.')
    return
  }
  if (databaseIdentity(settings) === null) throw new SettingsError('There is no database yet. Run: npm start')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    const halves = await findHalfMade(payload)
    if (halves.length === 0) {
      say('✓ Nothing is half made.')
      return
    }
    for (const half of halves) say(`  ${describe(half)}\n    → ${describeRemedy(half)}`)
    if (!(await isWanted(`Do this? The database is copied aside first, into ${path.dirname(file)}.`))) {
      say('Nothing was changed. To do it: npm run repair -- --yes')
      process.exitCode = 2
      return
    }
    const copy = await setDatabaseAside(
      payload,
      settings,
      `before-repair-${new Date().toISOString().replace(/[:.]/g, '-')}`,
    )
    await repairHalfMade(payload, halves)
    say(`✓ Repaired. The database as it was: ${copy}`)
    const left = await findHalfMade(payload)
    for (const half of left) say(`  still: ${describe(half)}`)
    if (left.length > 0) process.exitCode = 1
  } finally {
    await closeDatabase(payload)
  }
}

try {
  await repair()
} catch (error) {
  const isExpected = error instanceof SettingsError
  process.stderr.write(`✗ ${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
