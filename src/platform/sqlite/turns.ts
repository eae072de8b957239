import { DatabaseError } from '@/platform/database-errors'

interface Waiting {
  begin(): void
}

/** A queue: one at a time, in order of arrival. A wait beyond its deadline fails with "busy". */
export class Turns {
  readonly #waiting: Waiting[] = []
  #isTaken = false
  /** Called when a wait begins. */
  onWaiting: (() => void) | null = null

  get isAwaited(): boolean {
    return this.#waiting.length > 0
  }

  /**
   * @param deadline by `performance.now()`
   * @param isNext puts this wait first, after it gave way to others
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
