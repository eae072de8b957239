import { hostname } from 'node:os'
import type { Payload } from 'payload'
import { randomToken } from '@/platform/crypto'
import { takeLease } from '@/platform/lease'
import { logger } from '@/platform/logger'

/**
 * Work that must follow a write but is never part of it: found by query, claimed by a conditional
 * update, marked when done. Run again after a crash it does no harm.
 */
export interface Sweep {
  /** Kebab-case; appears in the log. */
  name: string
  /** @returns how many records it dealt with */
  run(payload: Payload, now: Date): Promise<number>
}

export interface SweepRounds {
  /** Ends after the round that is running. */
  stop(): Promise<void>
}

/** One round of every sweep, in order. A sweep that fails is logged and does not stop the others. */
export async function runSweeps(sweeps: readonly Sweep[], payload: Payload, now: () => Date): Promise<void> {
  for (const sweep of sweeps) {
    try {
      const count = await sweep.run(payload, now())
      if (count > 0) logger.info({ sweep: sweep.name, count }, 'swept')
    } catch (error) {
      logger.error({ err: error, sweep: sweep.name }, 'sweep failed')
    }
  }
}

/**
 * Runs the sweeps every `seconds` in the one process that holds the lease.
 * @param getPayload rejects while the database is away: that round is left out
 */
export function startSweeps(
  sweeps: readonly Sweep[],
  getPayload: () => Promise<Payload>,
  { seconds, now = () => new Date() }: { seconds: number; now?: () => Date },
): SweepRounds {
  const holder = `${hostname()}:${process.pid}:${randomToken(6)}`
  let isStopped = false
  let running: Promise<void> = Promise.resolve()

  const round = async () => {
    const payload = await getPayload().catch(() => null)
    if (!payload) return
    // Outlives two missed rounds, so that a slow one does not hand the work to a second process.
    const lease = { name: 'sweeps', holder, seconds: Math.max(60, seconds * 3), now: now() }
    if (await takeLease(payload, lease)) await runSweeps(sweeps, payload, now)
  }

  const schedule = () => {
    timer = setTimeout(() => {
      running = round()
        .catch((error: unknown) => logger.error({ err: error }, 'round of sweeps failed'))
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
