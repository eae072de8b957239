'use client'

/**
 * Unsaved text of the panel, which survives an ended session, a refused save and a reload. It stays in this tab, is
 * shown to the same account only, and is deleted on signing out.
 */
export interface Unsaved<Value> {
  value: Value
  /** The version that the text is based on, which shows whether others have saved since. */
  base: string
}

interface Stored<Value> extends Unsaved<Value> {
  /** Milliseconds since 1970. */
  at: number
}

const PREFIX = 'unsaved:'
const KEPT_MS = 24 * 3_600_000

const nameOf = (account: string | number, place: string) => `${PREFIX}${account}:${place}`

/** Storage may be off, full or hold other data: then nothing is kept. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch {
    return null
  }
}

const storedUnder = <Value>(name: string) =>
  attempt(() => JSON.parse(sessionStorage.getItem(name) ?? 'null') as Stored<Value> | null)

const isFresh = (stored: Stored<unknown> | null): boolean => stored !== null && Date.now() - stored.at < KEPT_MS

/** @param place such as `services:17:ar` */
export function keepUnsaved<Value>(account: string | number, place: string, unsaved: Unsaved<Value>): void {
  const stored: Stored<Value> = { ...unsaved, at: Date.now() }
  attempt(() => sessionStorage.setItem(nameOf(account, place), JSON.stringify(stored)))
}

export function readUnsaved<Value>(account: string | number, place: string): Unsaved<Value> | null {
  const stored = storedUnder<Value>(nameOf(account, place))
  return isFresh(stored) ? stored : null
}

export function forgetUnsaved(account: string | number, place: string): void {
  attempt(() => sessionStorage.removeItem(nameOf(account, place)))
}

function forgetWhere(isGone: (name: string) => boolean): void {
  attempt(() => {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(PREFIX) && isGone(name)) sessionStorage.removeItem(name)
    }
  })
}

/** Deletes everything, so that the next person at this browser finds nothing. */
export const forgetAllUnsaved = (): void => forgetWhere(() => true)

/** Deletes what is older than a day, of any account. */
export const forgetExpiredUnsaved = (): void => forgetWhere((name) => !isFresh(storedUnder(name)))
