import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadEnvironment } from './environment.mjs'
import { nodeFlags, root, run } from './run.mjs'

/**
 * Runs a built program with the settings of .env and hands on its end.
 * @param {{ isAsking?: boolean }} [options] one that asks gets the terminal itself
 */
export async function runProgram(name, args = process.argv.slice(2), { isAsking = false } = {}) {
  const env = loadEnvironment()
  const program = path.join(root, env.DIST_DIR || 'dist', `${name}.mjs`)
  if (!existsSync(program)) {
    console.error('There is no build yet. Run: npm run build')
    process.exit(1)
  }
  const options = { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env } }
  if (isAsking) {
    const { status } = spawnSync(process.execPath, [...nodeFlags, program, ...args], {
      ...options,
      cwd: root,
      stdio: 'inherit',
    })
    process.exit(status ?? 1)
  }
  const { code } = await run(process.execPath, [...nodeFlags, program, ...args], options)
  process.exit(code)
}
