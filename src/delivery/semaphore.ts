/** As many wait as may wait. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

interface SemaphoreLimits {
  /** How many tasks run. */
  atOnce: number
  /** How many more may wait, in the order they came. */
  waiting: number
  /** How many of both one key may have, such as an address; all where nothing is said. */
  ofOne?: number
}

/** Runs some tasks at a time and lets some more wait. */
export class Semaphore {
  private running = 0
  private readonly queue: Array<() => void> = []
  private readonly byKey = new Map<string, number>()

  constructor(private readonly limits: SemaphoreLimits) {}

  /**
   * @param key the task's group; without one it belongs to none
   * @throws QueueFullError, and whatever the task throws
   */
  async run<Result>(task: () => Promise<Result>, key?: string): Promise<Result> {
    const { atOnce, waiting, ofOne = Number.POSITIVE_INFINITY } = this.limits
    const ofKey = key === undefined ? 0 : (this.byKey.get(key) ?? 0)
    if (ofKey >= ofOne) throw new QueueFullError(`${ofOne} of one are waiting already.`)
    if (this.running >= atOnce && this.queue.length >= waiting) {
      throw new QueueFullError(`${waiting} are waiting already.`)
    }
    if (key !== undefined) this.byKey.set(key, ofKey + 1)
    try {
      return await this.inTurn(task)
    } finally {
      if (key !== undefined) this.leave(key)
    }
  }

  private async inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.limits.atOnce) await new Promise<void>((turn) => this.queue.push(turn))
    else this.running += 1
    try {
      return await task()
    } finally {
      // The place goes to the next in the queue, or is free.
      const next = this.queue.shift()
      if (next) next()
      else this.running -= 1
    }
  }

  private leave(key: string): void {
    const left = (this.byKey.get(key) ?? 1) - 1
    if (left > 0) this.byKey.set(key, left)
    else this.byKey.delete(key)
  }
}
