/** Puts a backup in place: npm run restore -- FILE [--replace]. The site must be stopped. */
import { migrations } from '@/migrations'
import { BackupError } from '@/platform/backup/manifest'
import { restore } from '@/platform/backup/restore'
import { env, SettingsError } from '@/platform/env'

const args = process.argv.slice(2)
const [file] = args.filter((arg) => !arg.startsWith('--'))
try {
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--replace')
  if (!file || unknown) throw new BackupError('Name the backup: npm run restore -- FILE [--replace]')
  const report = await restore(env(), file, {
    isReplacing: args.includes('--replace'),
    knownMigrations: migrations.map(({ name }) => name),
    now: new Date(),
  })
  process.stdout.write(
    `✓ Restored ${report.files} files of the backup made at ${report.madeAt}\n  fingerprint ${report.fingerprint}\n`,
  )
  if (report.replacedFolder) process.stdout.write(`  What was there before is in ${report.replacedFolder}\n`)
  process.stdout.write('  Start the site with npm start; it brings the schema up to date where needed.\n')
} catch (error) {
  const isExpected = error instanceof BackupError || error instanceof SettingsError
  process.stderr.write(`✗ ${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
