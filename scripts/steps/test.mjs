import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { needChromium } from './chromium.mjs'
import { makeSecrets } from './environment.mjs'
import { cureFor, StepFailure } from './failure.mjs'
import { install } from './install.mjs'
import { root } from './run.mjs'
import { settings } from './settings.mjs'

const projects = {
  unit: ['unit'],
  integration: ['integration-sqlite', 'integration-mongodb'],
  'integration-sqlite': ['integration-sqlite'],
  'integration-mongodb': ['integration-mongodb'],
  e2e: ['e2e', 'e2e-alone', 'e2e-mongodb', 'e2e-mongodb-alone'],
  'e2e-mongodb': ['e2e-mongodb', 'e2e-mongodb-alone'],
}

const results = path.join(root, '.cache/test-results.json')

/** The process's environment without this person's settings: tests never touch their data. */
function testEnvironment() {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  for (const { name } of settings) delete env[name]
  return { ...env, ...makeSecrets() }
}

const vitest = (env, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  })

/** Passed and failed tests; a file that could not be loaded is one failure. */
function count() {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}

/** @param {readonly string[]} args */
export async function test(args) {
  try {
    const named = args.filter((word) => word in projects)
    const others = args.filter((word) => !(word in projects))
    const chosen = named.length > 0 ? named.flatMap((word) => projects[word]) : Object.values(projects).flat()
    const env = testEnvironment()

    await install()
    if (chosen.some((name) => name.startsWith('e2e'))) {
      env.CHROMIUM_PATH = await needChromium()
      await build(env, { isAnyKeyFine: true })
    }
    rmSync(results, { force: true })
    const only = [...new Set(chosen)].flatMap((name) => ['--project', name])
    const code = await vitest(env, [
      ...only,
      ...others,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ])
    const { passed, failed } = count()
    const isBroken = code !== 0 && failed === 0
    process.stdout.write(`\n${passed} passed, ${failed + (isBroken ? 1 : 0)} failed\n`)
    process.exitCode = code === 0 && failed === 0 && passed > 0 ? 0 : 1
  } catch (error) {
    const sentence = error instanceof StepFailure ? error.message : cureFor(String(error?.code), error?.path ?? root)
    process.stderr.write(`✗ ${sentence ?? error?.stack ?? error}\n`)
    process.stdout.write('0 passed, 1 failed\n')
    process.exitCode = 1
  }
}
