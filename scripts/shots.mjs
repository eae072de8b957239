/** `npm run shots`: pictures of every public page and the panel's main screens, in shots/. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from './steps/build.mjs'
import { needChromium } from './steps/chromium.mjs'
import { makeSecrets } from './steps/environment.mjs'
import { StepFailure } from './steps/failure.mjs'
import { install } from './steps/install.mjs'
import { root } from './steps/run.mjs'

try {
  await install()
  const env = { ...process.env, CHROMIUM_PATH: await needChromium(), ...makeSecrets() }
  await build(env, { isAnyKeyFine: true })
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'shots', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} catch (error) {
  process.stderr.write(`✗ ${error instanceof StepFailure ? error.message : error.stack}\n`)
  process.exitCode = 1
}
