/**
 * What the entry (`src/bin/server.ts`) and Next's bundle share. Both load their own copy of every
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
  /** Whether the SQLite database is not in its place. Set by instrumentation. */
  isDatabaseGone: (() => boolean) | null
  /** Which database was opened, once one was. */
  openedDatabase: string | null
  /** Whether the last reading of the revision failed: pages are then served from the last good copy. */
  isDatabaseAway: boolean
  /** Called when the database's server was lost or found. Set by instrumentation. */
  onDatabaseChange: (() => void) | null
  /** Counts failures to reach the database: a page during whose making it rose is not kept. */
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
