import { hostname } from 'node:os'
import type { Payload } from 'payload'
import { startOfDay } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { takeLease } from '@/platform/lease'
import { logger } from '@/platform/logger'

/**
 * Background work that follows a write: found by query, claimed by a conditional update, marked when done. Safe to
 * repeat after a crash.
 */
export interface Job {
  /** Kebab-case; appears in the log. */
  name: string
  /**
   * @param now when it began
   * @param round for work that takes longer than a moment
   * @returns how many records it dealt with
   */
  run(payload: Payload, now: Date, round?: Round): Promise<number>
}

/** What a job knows of the round it is part of. */
export interface Round {
  /** The time at this moment, which may be minutes after the round began. */
  clock(): Date
  /**
   * Renews the lease; call it before each record that takes long.
   * @returns false when another process holds it: stop, the rest is its work
   */
  keep(): Promise<boolean>
}

const HOUR_MS = 3_600_000

/**
 * Runs a job in the first round of each hour or day (midnight in Riyadh), in the first round after a
 * start, and again in the next round when it fails.
 */
export function every(period: 'hour' | 'day', job: Job): Job {
  let done: number | null = null
  return {
    name: job.name,
    async run(payload, now, round) {
      const begun = period === 'day' ? startOfDay(now).getTime() : Math.floor(now.getTime() / HOUR_MS)
      if (begun === done) return 0
      const count = await job.run(payload, now, round)
      done = begun
      return count
    },
  }
}

/** A round of one moment, of a single process. */
export const momentaryRound = (now: Date): Round => ({ clock: () => now, keep: async () => true })

export interface JobRounds {
  /** Ends after the round that is running. */
  stop(): Promise<void>
}

/** One round of every job, in order. A job that fails is logged and does not stop the others. */
export async function runJobs(
  jobs: readonly Job[],
  payload: Payload,
  now: () => Date,
  keep: Round['keep'] = async () => true,
): Promise<void> {
  for (const job of jobs) {
    try {
      if (!(await keep())) return
      const count = await job.run(payload, now(), { clock: now, keep })
      if (count > 0) logger.info({ job: job.name, count }, 'job done')
    } catch (error) {
      logger.error({ err: error, job: job.name }, 'job failed')
    }
  }
}

/**
 * Runs the jobs every `seconds` in the one process that holds the lease.
 * @param getPayload rejects while the database is away: that round is left out
 */
export function startJobs(
  jobs: readonly Job[],
  getPayload: () => Promise<Payload>,
  { seconds, now = () => new Date() }: { seconds: number; now?: () => Date },
): JobRounds {
  const holder = `${hostname()}:${process.pid}:${randomToken(6)}`
  let isStopped = false
  let running: Promise<void> = Promise.resolve()

  const round = async () => {
    const payload = await getPayload().catch(() => null)
    if (!payload) return
    // The lease outlives two missed rounds, so that a slow round does not pass the work to a second process. Named as
    // earlier versions have it, so that two versions at once don't both run the jobs.
    const lease = { name: 'sweeps', holder, seconds: Math.max(60, seconds * 3) }
    let renewedAt = Number.NEGATIVE_INFINITY
    const keep = async () => {
      const at = now()
      // Renewed after two thirds of its time, which leaves slow work the rest.
      if (at.getTime() - renewedAt < (lease.seconds * 1000) / 3) return true
      if (!(await takeLease(payload, { ...lease, now: at }))) return false
      renewedAt = at.getTime()
      return true
    }
    if (await keep()) await runJobs(jobs, payload, now, keep)
  }

  const schedule = () => {
    timer = setTimeout(() => {
      running = round()
        .catch((error: unknown) => logger.error({ err: error }, 'round of jobs failed'))
        .finally(() => {
          if (!isStopped) schedule()
        })
    }, seconds * 1000)
    timer.unref()
  }
  let timer: NodeJS.Timeout
  schedule()

  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
