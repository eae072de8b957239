import { type ChildProcess, spawn } from 'node:child_process'
import { loadEnvironment } from '../../scripts/steps/environment.mjs'
import { nodeFlags } from '../../scripts/steps/run.mjs'
import { startSite } from '../e2e/setup/running-site'
import { isAnswered, until } from '../setup/until'
import { median, rounded } from './setup/statistics'

/**
 * Milliseconds until a page is answered with 200: of the server's process, and of a second
 * `npm start`, which finds everything installed, built and prepared. The page is in the cache on disk.
 */
const ROUNDS = 5
const PAGE = '/ar'
const MAX_WAIT_MS = 60_000

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

async function firstPage(url: string, started: number): Promise<number> {
  await until('the first page', () => isAnswered(url + PAGE), { timeout: MAX_WAIT_MS, interval: 5 })
  return performance.now() - started
}

/** npm ends before the server it started. */
async function portFree(url: string): Promise<void> {
  const isFree = () =>
    fetch(`${url}/healthz`).then(
      () => false,
      () => true,
    )
  await until('the port to be free', isFree, { interval: 20 })
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

export async function bench() {
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = '' } = loadEnvironment()
  // With the key of the build: `npm start` builds again for another.
  const site = await startSite({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY })
  try {
    await firstPage(site.url, performance.now())
    await site.stop()
    const env = { ...process.env, ...site.environment, NODE_ENV: 'production' as const }
    const time = async (command: string, args: readonly string[], rounds = ROUNDS) => {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const started = performance.now()
        const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
        const over = ended(child)
        try {
          times.push(await firstPage(site.url, started))
        } finally {
          child.kill('SIGTERM')
          await over
        }
        await portFree(site.url)
      }
      return times
    }
    const server = await time(process.execPath, [...nodeFlags, 'dist/server.mjs'])
    // The first one, which may have something to do.
    await time(npm, ['start', '--silent'], 1)
    const npmStart = await time(npm, ['start', '--silent'])
    return {
      rounds: ROUNDS,
      processMedianMs: rounded(median(server)),
      npmStartMedianMs: rounded(median(npmStart)),
    }
  } finally {
    await site.remove()
  }
}
