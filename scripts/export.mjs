/**
 * Writes the whole public site as files: npm run edition:export -- DIR
 * Needs a build (`npm run build`) and the database, not a running server.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const program = path.join(root, process.env.DIST_DIR ?? 'dist', 'export.mjs')
if (!existsSync(program)) {
  console.error('There is no build yet. Run: npm run build')
  process.exit(1)
}
const envFile = path.join(root, '.env')
const { status } = spawnSync(
  process.execPath,
  [
    '--no-deprecation',
    '--conditions=production',
    ...(existsSync(envFile) ? [`--env-file=${envFile}`] : []),
    program,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  },
)
process.exit(status ?? 1)
