import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { DatabaseError, errorOf } from '@/platform/database-errors'
import { DatabaseUnavailableError, unavailable } from '@/platform/database-unavailable'
import { processState } from '@/platform/process-state'
import { ServerWatch } from '@/platform/server-watch'

/** Methods that query the server. */
const asking = [
  'beginTransaction',
  'commitTransaction',
  'count',
  'countGlobalVersions',
  'countVersions',
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const satisfies readonly (keyof BaseDatabaseAdapter)[]

interface Holder {
  [holderKey]?: { url: string; watch: ServerWatch }
}
const holderKey = Symbol.for('creative-mom.server-watch')

/** The watch on the database server, one per process, even if the bundler loads this module twice. */
export function serverWatch(url: string): ServerWatch {
  const holder = globalThis as Holder
  if (holder[holderKey]?.url !== url) {
    const state = processState()
    const watch = new ServerWatch(url, (isAway) => {
      // Pages are served from their copies at once; that the server is back is noted when it has been read.
      if (isAway) state.isDatabaseAway = true
      state.onDatabaseChange?.()
    })
    holder[holderKey] = { url, watch }
  }
  return (holder[holderKey] as { watch: ServerWatch }).watch
}

/** Ends the watch, so that a program can end. */
export async function stopServerWatch(): Promise<void> {
  const holder = globalThis as Holder
  const { watch } = holder[holderKey] ?? {}
  delete holder[holderKey]
  await watch?.stop()
}

type Ask = (...given: unknown[]) => Promise<unknown>

/**
 * Payload's adapter, which fails at once while the server is away instead of waiting for it: a page
 * asks a dozen times, and would wait a dozen times.
 */
export function guardedAdapter(adapter: DatabaseAdapterObj, url: string): DatabaseAdapterObj {
  return {
    ...adapter,
    init(given) {
      const db = adapter.init(given)
      const methods = db as unknown as Record<string, Ask>
      const original = (name: string): Ask => {
        const method = methods[name]
        if (!method) throw new Error(`The database adapter has no ${name}.`)
        return method.bind(db)
      }
      for (const name of asking) {
        const ask = original(name)
        methods[name] = async (...words) => {
          let isAsked = false
          try {
            return await serverWatch(url).during(() => {
              isAsked = true
              return ask(...words)
            })
          } catch (error) {
            const found = errorOf(error)
            // A commit that was sent may have arrived.
            if (name === 'commitTransaction' && isAsked && found?.kind === 'away') {
              throw new DatabaseError('unsure', { cause: error })
            }
            if (error instanceof DatabaseUnavailableError) throw error
            if (found?.kind === 'away') throw unavailable('The MongoDB server could not be asked.', error)
            throw found ?? error
          }
        }
      }
      // Begun in any case, for the adapter forgets the session with it; the server undoes by itself what it lost sight of.
      const rollback = original('rollbackTransaction')
      methods.rollbackTransaction = async (...words) => {
        const undone = rollback(...words).catch(() => undefined)
        await serverWatch(url)
          .during(() => undone)
          .catch(() => undefined)
      }
      // Before the models of a connection are made, which are kept for ever.
      const init = original('init')
      methods.init = async () => {
        await serverWatch(url).reached()
        await init()
      }
      const connect = original('connect')
      methods.connect = async (...words) => {
        try {
          await connect(...words)
        } catch (error) {
          // Another attempt makes models of its own, and a program that gives up can end.
          await (db as unknown as { connection?: { destroy(): Promise<void> } }).connection?.destroy()
          await stopServerWatch()
          throw error
        }
      }
      const destroy = original('destroy')
      methods.destroy = async () => {
        await destroy()
        await stopServerWatch()
      }
      return db
    },
  }
}
