/** As many wait as may wait. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

/** Runs at most `atOnce` tasks at a time and lets at most `waiting` more wait, in the order they came. */
export class Semaphore {
  private running = 0
  private readonly queue: Array<() => void> = []

  constructor(private readonly limits: { atOnce: number; waiting: number }) {}

  /** @throws QueueFullError, and whatever the task throws */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    const { atOnce, waiting } = this.limits
    if (this.running >= atOnce) {
      if (this.queue.length >= waiting) throw new QueueFullError(`${waiting} are waiting already.`)
      await new Promise<void>((turn) => this.queue.push(turn))
    } else {
      this.running += 1
    }
    try {
      return await task()
    } finally {
      // The place goes to the next in the queue, or is free.
      const next = this.queue.shift()
      if (next) next()
      else this.running -= 1
    }
  }
}
