/** Writes a backup: npm run backup -- FILE. Safe while the site runs. */
import { backUp } from '@/platform/backup/backup'
import { BackupError } from '@/platform/backup/manifest'
import { env, SettingsError } from '@/platform/env'

const [file] = process.argv.slice(2)
try {
  if (!file) throw new BackupError('Name the file to write: npm run backup -- FILE')
  const { files, bytes, fingerprint } = await backUp(env(), file, new Date())
  const megabytes = (bytes / 1_000_000).toFixed(1)
  process.stdout.write(`✓ ${file}: ${files} files, ${megabytes} MB before compression\n  fingerprint ${fingerprint}\n`)
} catch (error) {
  const isExpected = error instanceof BackupError || error instanceof SettingsError
  process.stderr.write(`✗ ${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
