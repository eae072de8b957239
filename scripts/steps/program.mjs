import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadEnvironment } from './environment.mjs'
import { nodeFlags, root, run } from './run.mjs'

/** Runs a built program with the settings of .env and hands on its end. */
export async function runProgram(name, args = process.argv.slice(2)) {
  const env = loadEnvironment()
  const program = path.join(root, env.DIST_DIR || 'dist', `${name}.mjs`)
  if (!existsSync(program)) {
    console.error('There is no build yet. Run: npm run build')
    process.exit(1)
  }
  const { code } = await run(process.execPath, [...nodeFlags, program, ...args], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  process.exit(code)
}
