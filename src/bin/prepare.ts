/**
 * Makes what the serving process needs: schema, seeded content, the first administrator. Run by
 * `npm start` when its stamp is missing or of other code; safe to run again, and after a kill.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPayload, type Payload } from 'payload'
import { personalFactsOf } from '@/features/staff/server/accounts'
import { passwordErrors } from '@/features/staff/server/password-words'
import { nameRestrictedReaders } from '@/features/staff/server/restricted-readers'
import { moveStoredPasswords } from '@/features/staff/server/stored-passwords'
import { migrations } from '@/migrations'
import {
  checkDatabase,
  closeDatabase,
  findHalfMade,
  migrateDatabase,
  noteWholeSaves,
  recoverDatabase,
  requireDatabase,
  wipeFreePages,
} from '@/platform/database'
import { env, type Settings, SettingsError } from '@/platform/env'
import { randomPassword, writeFirstSignIn } from '@/platform/first-sign-in'
import { checkKeys } from '@/platform/key-check'
import { logger } from '@/platform/logger'
import { checkPassword } from '@/platform/passwords/password-rule'
import { describe } from '@/platform/sqlite/repair'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'

const say = (line: string) => process.stdout.write(`  ${line}\n`)

/** A reserved name (RFC 2606): no mail can reach anybody. */
const DEFAULT_EMAIL = 'admin@association.example'

async function createFirstAdministrator(payload: Payload, settings: Settings): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'users', ...asSystem('first-administrator') })
  if (totalDocs > 0) return
  const email = settings.FIRST_ADMIN_EMAIL || DEFAULT_EMAIL
  const password = settings.FIRST_ADMIN_PASSWORD || randomPassword()
  const name = 'مدير النظام'
  const error = checkPassword(password, await personalFactsOf(payload, { name, email }))
  if (error) {
    throw new SettingsError(
      `FIRST_ADMIN_PASSWORD can't be used: ${passwordErrors[error].en} Leave it out, and a random one is made.`,
    )
  }
  // The note is written first: a stray note is harmless, an account without a known password is not.
  if (!settings.FIRST_ADMIN_PASSWORD) writeFirstSignIn(settings, { email, password })
  await payload.create({
    collection: 'users',
    data: { name, email, password, roles: ['administrator'], seesRestrictedCases: true },
    ...asSystem('first-administrator'),
  })
  say(`first administrator: ${email}`)
}

/** `scripts/steps/prepare.mjs` compares it, to skip what is done already. */
function writeStamp(settings: Settings): void {
  const stamp = {
    code: createHash('sha256')
      .update(readFileSync(fileURLToPath(import.meta.url)))
      .digest('hex'),
    database: settings.DATABASE_URL ? createHash('sha256').update(settings.DATABASE_URL).digest('hex') : 'embedded',
    preparedAt: new Date().toISOString(),
  }
  const file = path.join(settings.dataDir, 'prepared.json')
  writeFileSync(`${file}.writing`, `${JSON.stringify(stamp, null, 2)}\n`)
  renameSync(`${file}.writing`, file)
}

const MAX_LINES = 20

/** Harmless until they are looked for; what to do about each is a person's decision. */
async function reportHalfMade(payload: Payload): Promise<void> {
  const halves = await findHalfMade(payload)
  if (halves.length === 0) return
  logger.warn({ count: halves.length }, 'saves of an earlier version are half done: npm run repair')
  say(`${halves.length} ${halves.length === 1 ? 'save' : 'saves'} of an earlier version were cut short:`)
  for (const half of halves.slice(0, MAX_LINES)) say(`  ${describe(half)}`)
  if (halves.length > MAX_LINES) say(`  and ${halves.length - MAX_LINES} more`)
  say('To see what can be done about each, and to do it after being asked: npm run repair')
}

async function prepare(): Promise<void> {
  const settings = env()
  mkdirSync(settings.dataDir, { recursive: true })
  if (recoverDatabase(settings)) say('a migration that did not end was undone')
  await requireDatabase(settings)
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    await checkDatabase(payload, settings)
    const migrated = await migrateDatabase(payload, settings, migrations)
    if (migrated.length > 0) say(`database: ${migrated.join(', ')}`)
    if (await wipeFreePages(payload)) say('database: what was deleted earlier was wiped')
    await checkKeys(payload)
    await moveStoredPasswords(payload, settings)
    await reportHalfMade(payload)
    await noteWholeSaves(payload)
    const seeded = await runSeeds(payload)
    if (seeded.length > 0) say(`content: ${seeded.join(', ')}`)
    await createFirstAdministrator(payload, settings)
    if (await nameRestrictedReaders(payload)) say('restricted cases: seen by the administrators until others are named')
    writeStamp(settings)
  } finally {
    await closeDatabase(payload)
  }
}

try {
  await prepare()
} catch (error) {
  const isExpected = error instanceof SettingsError
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
