/** Fills an empty system with examples: npm run seed:examples, or npm start -- --examples. */
import { getPayload } from 'payload'
import { closeDatabase, databaseIdentity, requireDatabase } from '@/platform/database'
import { env, SettingsError } from '@/platform/env'
import { RealDataError, seedExamples } from '@/seed/examples'
import { planYear } from '@/seed/examples/plan'

try {
  const settings = env()
  if (databaseIdentity(settings) === null) throw new SettingsError('There is no database yet. Run: npm start')
  await requireDatabase(settings)
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    const isRealDataRefused = settings.NODE_ENV === 'production'
    const made = await seedExamples(payload, { plan: planYear(new Date()), isRealDataRefused })
    process.stdout.write(
      `  examples: ${made.services} services, ${made.inquiries} inquiries over a year, ${made.responses} evaluations\n`,
    )
  } finally {
    await closeDatabase(payload)
  }
} catch (error) {
  const isExpected = error instanceof RealDataError || error instanceof SettingsError
  process.stderr.write(`✗ ${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
