import type { Payload } from 'payload'
import { jobs } from '@/jobs'
import { getCms, isDatabaseGone } from '@/payload/get-cms'
import { checkDatabase } from '@/platform/database'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import { env, SettingsError } from '@/platform/env'
import { startJobs } from '@/platform/jobs'
import { checkKeys } from '@/platform/key-check'
import { logger, withoutValues } from '@/platform/logger'
import { processState } from '@/platform/process-state'
import { shareRateLimits } from '@/platform/rate-limit'
import { bumpRevision, readRevision, recordRevision } from '@/platform/revision'

const POLL_MS = 1000

/** A database that can't keep the system's promises is not one to wait for. */
function refuseToRun(error: SettingsError): never {
  process.stderr.write(`${error.message}\n`)
  process.exit(78)
}

/**
 * What runs beside the requests: the connection to the database, the reading of the revision and
 * the jobs. A database that is away does not fail the start: it is tried again at every poll.
 * @param options.now the clock of the jobs
 */
export function startBackground({ now = () => new Date() }: { now?: () => Date } = {}): void {
  const state = processState()
  let isConnected = false
  let isSaidAway = false
  let polling: Promise<void> | null = null
  let isChecked = false
  let isStopped = false
  let timer: NodeJS.Timeout

  const connect = async (): Promise<Payload> => {
    const payload = await getCms()
    if (!isChecked) {
      await checkDatabase(payload, env())
      await checkKeys(payload)
      isChecked = true
    }
    return payload
  }

  const pollOnce = async () => {
    try {
      const payload = await connect()
      // A crash may have fallen between a write and its raise, and pages made while the database
      // was away may lack their data: each time it is reached again, everything counts as old.
      if (isConnected) recordRevision(await readRevision(payload))
      else logger.info({ revision: await bumpRevision(payload) }, 'database reached')
      isConnected = true
      isSaidAway = false
      state.isDatabaseAway = false
    } catch (error) {
      if (error instanceof SettingsError) refuseToRun(error)
      if (!isSaidAway) {
        logger.warn({ reason: withoutValues(error instanceof Error ? error.message : String(error)) }, 'database away')
      }
      isSaidAway = true
      if (!(error instanceof DatabaseUnavailableError)) state.databaseFailures += 1
      isConnected = false
      state.isDatabaseAway = true
    }
  }

  const poll = (): Promise<void> => {
    polling ??= pollOnce().finally(() => {
      polling = null
    })
    return polling
  }

  const pollAgain = () => {
    timer = setTimeout(async () => {
      await poll()
      if (!isStopped) pollAgain()
    }, POLL_MS)
    timer.unref()
  }

  state.readRevision = async () => readRevision(await connect())
  state.isDatabaseGone = isDatabaseGone
  state.onDatabaseChange = () => void poll()
  state.isDatabaseReachable = async () => {
    try {
      await readRevision(await connect())
      return true
    } catch {
      return false
    }
  }
  state.firstContact = poll().then(pollAgain)

  shareRateLimits(connect)
  const rounds = startJobs(jobs, connect, { seconds: env().SWEEP_SECONDS, now })
  state.onShutdown.push(async () => {
    isStopped = true
    clearTimeout(timer)
    await rounds.stop()
    if (isConnected) await (await connect()).destroy()
  })
}
