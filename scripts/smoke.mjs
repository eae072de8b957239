/**
 * Builds the site where that is not done, prepares an empty database and sees that it serves, on the Node
 * that runs this: the tests' own tools need newer ones than the site does.
 *
 *   node scripts/with-node.mjs 20.9.0 scripts/smoke.mjs
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from './steps/build.mjs'
import { makeSecrets } from './steps/environment.mjs'
import { StepFailure } from './steps/failure.mjs'
import { install } from './steps/install.mjs'
import { prepare } from './steps/prepare.mjs'
import { nodeFlags, root } from './steps/run.mjs'
import { settings } from './steps/settings.mjs'

const PATIENCE_MILLISECONDS = 30_000
const paths = [
  '/readyz',
  '/ar',
  '/en',
  '/ar/contact',
  '/en/policies/beneficiary-relations',
  '/admin/login',
  '/api/services',
]

const freePort = () =>
  new Promise((resolve) => {
    const trial = createServer().listen(0, '127.0.0.1', () => {
      const { port } = trial.address()
      trial.close(() => resolve(port))
    })
  })

async function statusOf(url) {
  try {
    return (await fetch(url)).status
  } catch {
    return 0
  }
}

/** This person's settings are none of a trial's. */
const outside = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !settings.some((one) => one.name === name)),
)
const dataDir = mkdtempSync(path.join(tmpdir(), 'creative-mom-smoke-'))
const failures = []
let server
try {
  const env = {
    ...outside,
    ...makeSecrets(),
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  }
  await install()
  await build(env, { isAnyKeyFine: true })
  await prepare(env)
  server = spawn(process.execPath, [...nodeFlags, path.join(root, 'dist/server.mjs')], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
  const site = `http://127.0.0.1:${env.PORT}`
  const deadline = Date.now() + PATIENCE_MILLISECONDS
  while ((await statusOf(`${site}/readyz`)) !== 200 && Date.now() < deadline) {
    await new Promise((later) => setTimeout(later, 100))
  }
  for (const address of paths) {
    const status = await statusOf(site + address)
    console.log(`${status === 200 ? '✓' : '✗'} ${address} ${status}`)
    if (status !== 200) failures.push(address)
  }
} catch (error) {
  console.error(`✗ ${error instanceof StepFailure ? error.message : error.stack}`)
  failures.push(...paths)
} finally {
  if (server) {
    server.kill('SIGTERM')
    await new Promise((ended) => server.once('exit', ended))
  }
  rmSync(dataDir, { recursive: true, force: true })
}
console.log(`\n${paths.length - failures.length} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
