import { type ChildProcess, spawn } from 'node:child_process'
import { loadEnvironment } from '../../scripts/steps/environment.mjs'
import { nodeFlags } from '../../scripts/steps/run.mjs'
import { startSite, wait } from '../e2e/setup/running-site'
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
  while (performance.now() - started < MAX_WAIT_MS) {
    const isThere = await fetch(url + PAGE).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (isThere) return performance.now() - started
    await wait(5)
  }
  throw new Error(`No page in ${MAX_WAIT_MS} ms.`)
}

/** npm ends before the server it started. */
async function portFree(url: string): Promise<void> {
  const isAnswered = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    )
  while (await isAnswered()) await wait(20)
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
