/**
 * State shared by the entry (`src/bin/server.ts`) and Next's bundle. Each loads its own copy of every module, so the
 * state is kept on `globalThis`.
 */
export interface ProcessState {
  /** The newest revision of public content this process knows, or null before the first reading. */
  revision: number | null
  /** Reads the revision from the database. Set by instrumentation once the CMS has started. */
  readRevision: (() => Promise<number>) | null
  /** Run in order on shutdown. */
  onShutdown: Array<() => Promise<void>>
  /** Checks whether the database answers. Set by instrumentation. */
  isDatabaseReachable: (() => Promise<boolean>) | null
  /** Whether the SQLite file is missing. Set by instrumentation. */
  isDatabaseGone: (() => boolean) | null
  /** Which database was opened, once one was. */
  openedDatabase: string | null
  /** Whether the last reading of the revision failed: pages are then served from the last good copy. */
  isDatabaseAway: boolean
  /** Called when the database's server was lost or found. Set by instrumentation. */
  onDatabaseChange: (() => void) | null
  /** Counts failures to reach the database. A page is not cached if it rose during rendering. */
  databaseFailures: number
  /** Resolves after the first attempt to reach the database, whether or not it succeeded. */
  firstContact: Promise<void> | null
}

const key = Symbol.for('creative-mom.process-state')

interface Holder {
  [key]?: ProcessState
}

export function processState(): ProcessState {
  const holder = globalThis as Holder
  holder[key] ??= {
    revision: null,
    readRevision: null,
    onShutdown: [],
    isDatabaseReachable: null,
    isDatabaseGone: null,
    openedDatabase: null,
    isDatabaseAway: false,
    onDatabaseChange: null,
    databaseFailures: 0,
    firstContact: null,
  }
  return holder[key]
}
