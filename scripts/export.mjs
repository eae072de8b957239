/**
 * Writes the whole public site as files: npm run site:export -- DIR
 * Needs a build (`npm run build`) and the database, not a running server.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadEnvironment } from './steps/environment.mjs'
import { nodeFlags, root, run } from './steps/run.mjs'

const env = loadEnvironment()
const program = path.join(root, env.DIST_DIR || 'dist', 'export.mjs')
if (!existsSync(program)) {
  console.error('There is no build yet. Run: npm run build')
  process.exit(1)
}
const { code } = await run(process.execPath, [...nodeFlags, program, ...process.argv.slice(2)], {
  env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
})
process.exit(code)
