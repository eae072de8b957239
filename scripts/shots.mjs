/**
 * Takes pictures in a browser, of a site of its own with example data.
 *
 *   npm run shots              every public page and every kind of screen of the panel, in shots/
 *   npm run shots -- --guide   those of the staff's guide, in docs/images/editors/
 */
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
  const [first, ...more] = process.argv.slice(2)
  const files = first === '--guide' ? ['guide', ...more] : first ? [first, ...more] : ['site', 'panel']
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'shots', ...files], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} catch (error) {
  process.stderr.write(`✗ ${error instanceof StepFailure ? error.message : error.stack}\n`)
  process.exitCode = 1
}
