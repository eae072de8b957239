import { DatabaseError } from '@/platform/database-errors'

interface Waiting {
  begin(): void
}

/**
 * One at a time, in the order in which they came. Whoever waits longer than they may is told that
 * the database is busy.
 */
export class Turns {
  readonly #waiting: Waiting[] = []
  #isTaken = false
  /** Called when somebody begins to wait. */
  onWaiting: (() => void) | null = null

  get isAwaited(): boolean {
    return this.#waiting.length > 0
  }

  /**
   * @param deadline by `performance.now()`
   * @param isNext before all others, for whoever gave way to them
   * @returns ends the turn; calling it again does nothing
   * @throws DatabaseFault busy
   */
  async take(deadline: number, { isNext = false } = {}): Promise<() => void> {
    if (!this.#isTaken) {
      this.#isTaken = true
      return this.#turn()
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        begin: () => {
          clearTimeout(timer)
          resolve(this.#turn())
        },
      }
      const timer = setTimeout(
        () => {
          this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
          reject(new DatabaseError('busy'))
        },
        Math.max(0, deadline - performance.now()),
      )
      if (isNext) this.#waiting.unshift(waiting)
      else this.#waiting.push(waiting)
      this.onWaiting?.()
    })
  }

  #turn(): () => void {
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const next = this.#waiting.shift()
      if (next) next.begin()
      else this.#isTaken = false
    }
  }
}
