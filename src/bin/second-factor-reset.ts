/** For the only administrator who lost telephone and recovery codes: npm run second-factor:reset -- EMAIL "REASON" */
import { getPayload } from 'payload'
import { reasonLimits } from '@/features/staff/schema'
import { accountEmail, findAccount } from '@/features/staff/server/accounts'
import { resetSecondFactor } from '@/features/staff/server/own-second-factor'
import { closeDatabase, databaseIdentity } from '@/platform/database'
import { env, SettingsError } from '@/platform/env'

const usage = `Name the account and the reason (${reasonLimits.least} characters or more): npm run second-factor:reset -- EMAIL "REASON"`

const refusals = {
  notFound: 'There is no account of that address.',
  none: 'That account has no second factor.',
  own: usage,
  reasonMissing: usage,
  reasonTooLong: `The reason takes ${reasonLimits.most} characters at most.`,
} as const

async function reset(email: string, reason: string): Promise<void> {
  if (databaseIdentity(env()) === null) throw new SettingsError('There is no database yet. Run: npm start')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    const user = await findAccount(payload, accountEmail(email))
    const visitor = { clientAddress: 'server', device: null, cookies: new Map<string, string>(), now: new Date() }
    const asked = { account: user?.id ?? 'nobody', actor: null, reason }
    const { status } = user ? await resetSecondFactor(payload, asked, visitor) : ({ status: 'notFound' } as const)
    if (status !== 'ok') throw new SettingsError(refusals[status])
    process.stdout.write(`✓ ${user?.email}: the password is enough for the next sign-in. The reason is in the log.\n`)
  } finally {
    await closeDatabase(payload)
  }
}

const [email, reason] = process.argv.slice(2)
try {
  if (!email || !reason) throw new SettingsError(usage)
  await reset(email, reason)
} catch (error) {
  const isExpected = error instanceof SettingsError
  process.stderr.write(`✗ ${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
