/**
 * What the entry (`src/server.ts`) and Next's bundle share. Both load their own copy of every
 * module, so module variables are two; this holder on `globalThis` is one.
 */
export interface ProcessState {
  /** The newest revision of public content this process knows, or null before the first reading. */
  revision: number | null
  /** Reads the revision from the database. Set by instrumentation once the CMS has started. */
  readRevision: (() => Promise<number>) | null
  /** Run in order when the process drains. */
  onShutdown: Array<() => Promise<void>>
  /** Says whether the database answers. Set by instrumentation. */
  isDatabaseReachable: (() => Promise<boolean>) | null
}

const key = Symbol.for('creative-mom.process-state')

interface Holder {
  [key]?: ProcessState
}

export function processState(): ProcessState {
  const holder = globalThis as Holder
  holder[key] ??= { revision: null, readRevision: null, onShutdown: [], isDatabaseReachable: null }
  return holder[key]
}
