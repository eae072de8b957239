import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { nodeFlags } from '../../../scripts/steps/run.mjs'
import { testEnvironment } from '../../setup/secrets'
import { isAnswered, until } from '../../setup/until'

const START_MILLISECONDS = 30_000
const STOP_MILLISECONDS = 12_000
const KEPT_CHARACTERS = 20_000

export const administrator = { email: 'administrator@example.org', password: 'the-administrator-of-tests' }

/** A port nobody listens on now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const trial = createServer()
    trial.once('error', reject)
    trial.listen(0, '127.0.0.1', () => {
      const address = trial.address()
      trial.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

async function dropDatabase(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 })
  await client.db().dropDatabase()
  await client.close()
}

/** The built site as its own process, on a port and a data folder of its own. */
export interface RunningSite {
  readonly url: string
  readonly dataDir: string
  /** Its settings, secrets included. */
  readonly environment: Readonly<Record<string, string>>
  /** Of the server as it runs now. */
  pid(): number
  /** What the server wrote, newest last; nothing when it writes to a file. */
  log(): string
  start(changes?: Record<string, string>): Promise<void>
  /** As an operator does: drains. @returns milliseconds it took */
  stop(): Promise<number>
  /** As a power cut does. */
  kill(): Promise<void>
  /** Stops and removes the data. */
  remove(): Promise<void>
}

interface Launch {
  /** What starts the server, such as `['taskset', '-c', '0']`; it must become the server, not watch it. */
  launcher?: readonly string[]
  /** Where the server's own output goes instead of into `log()`. */
  logFile?: string
}

/**
 * Prepares an empty data folder and starts the built site on it.
 * @param settings over those of tests; rate limits are off and the site bound to loopback
 */
export async function startSite(
  settings: Record<string, string> = {},
  { launcher = [], logFile }: Launch = {},
): Promise<RunningSite> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'creative-mom-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment: Record<string, string> = {
    ...testEnvironment({ dataDir, databaseUrl: '' }),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PORT: String(port),
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
    SWEEP_SECONDS: '1',
    FIRST_ADMIN_EMAIL: administrator.email,
    FIRST_ADMIN_PASSWORD: administrator.password,
    ...settings,
  }
  const outside = { PATH: process.env.PATH, HOME: process.env.HOME, NEXT_TELEMETRY_DISABLED: '1' }
  let output = ''
  const launch = (program: string, changes: Record<string, string> = {}) => {
    const env = { ...outside, ...environment, ...changes, NODE_ENV: 'production' as const }
    const [command = process.execPath, ...args] = [
      ...launcher,
      process.execPath,
      ...nodeFlags,
      path.join(changes.DIST_DIR ?? 'dist', `${program}.mjs`),
    ]
    const written = logFile ? openSync(logFile, 'a') : 'pipe'
    const child = spawn(command, args, { env, stdio: ['ignore', written, 'pipe'] })
    if (typeof written === 'number') closeSync(written)
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-KEPT_CHARACTERS)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    return child
  }

  const preparing = launch('prepare')
  await ended(preparing)
  if (preparing.exitCode !== 0) throw new Error(`prepare ended with ${preparing.exitCode}: ${output}`)

  let child: ChildProcess
  const start = async (changes: Record<string, string> = {}) => {
    child = launch('server', changes)
    const isReady = () => {
      if (child.exitCode !== null) throw new Error(`the site ended with ${child.exitCode}: ${output}`)
      return isAnswered(`${url}/readyz`)
    }
    await until('the site to be ready', isReady, { timeout: START_MILLISECONDS }).catch((error: Error) => {
      throw new Error(`${error.message} ${output}`)
    })
  }
  const stop = async () => {
    const asked = Date.now()
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS)
    child.kill('SIGTERM')
    await ended(child)
    clearTimeout(force)
    return Date.now() - asked
  }
  await start()
  return {
    url,
    dataDir,
    environment,
    pid: () => child.pid ?? 0,
    log: () => output,
    start,
    stop,
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
    async remove() {
      await stop()
      if (environment.DATABASE_URL?.startsWith('mongodb')) await dropDatabase(environment.DATABASE_URL)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
