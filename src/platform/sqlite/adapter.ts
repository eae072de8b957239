import { randomUUID } from 'node:crypto'
import type { Client } from '@libsql/client'
import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { DatabaseAdapterObj } from 'payload'
import { DatabaseError } from '@/platform/database-errors'
import { answerConstraints } from './answered-constraints'
import { SqliteClient } from './client'
import { foldOperators } from './folded-operators'
import { insertInParts } from './insert-in-parts'
import { writeWhole } from './whole-writes'

type Adapter = SQLiteAdapter
type Session = Adapter['sessions'][string]
type Drizzle = Pick<Adapter['drizzle'], 'transaction'>

/** Implements the part of the interface that drizzle uses. */
const asLibsql = (client: Pick<SqliteClient, 'execute' | 'transaction'>): Client => client as unknown as Client

/** Thrown inside a transaction to roll it back. */
class RolledBack extends Error {}

/**
 * Opens a transaction that lasts until commit or rollback. drizzle offers transactions only for the duration of a
 * function, so that function waits.
 */
async function openSession(drizzle: Drizzle): Promise<Session> {
  let end: { commit(): void; undo(reason: RolledBack): void } | undefined
  return new Promise<Session>((opened, failed) => {
    const finished = drizzle.transaction(
      (db) =>
        new Promise<void>((commit, undo) => {
          end = { commit, undo }
          opened({
            db: db as unknown as Session['db'],
            resolve: async () => {
              end?.commit()
              await finished
            },
            reject: async () => {
              end?.undo(new RolledBack())
              await finished.catch(() => undefined)
            },
          })
        }),
    )
    finished.catch(failed)
  })
}

/** Transactions that were rolled back without their requests knowing. */
const MAX_ENDED = 100

/**
 * Payload's adapter for SQLite on our client: each save, version and nested operation in one
 * transaction, one transaction at a time.
 */
export function transactionalSqliteAdapter({
  file,
  migrationDir,
}: {
  file: string
  migrationDir: string
}): DatabaseAdapterObj {
  const official = sqliteAdapter({
    client: { url: `file:${file}` },
    idType: 'uuid',
    // Schema changes come from src/migrations only, never from a running process.
    push: false,
    migrationDir,
    transactionOptions: {},
  })
  return {
    ...official,
    init(args) {
      const adapter = official.init(args) as unknown as Adapter
      const undone: string[] = []
      const { connect, destroy } = adapter
      let client: SqliteClient | null = null
      let single: Drizzle

      adapter.connect = async function connectSqlite(options) {
        client?.close()
        client = new SqliteClient(file)
        await client.open()
        // The official adapter makes a client only where it finds none.
        adapter.client = asLibsql(client)
        await connect?.call(this, options)
        single = drizzle(asLibsql(client.operations), { schema: adapter.schema })
      }

      adapter.destroy = async function destroySqlite() {
        await destroy?.call(this)
        client?.close()
      }

      const begin = async (drizzle: () => Drizzle) => {
        await adapter.initializing
        const id = randomUUID()
        adapter.sessions[id] = await openSession(drizzle())
        return id
      }

      adapter.beginTransaction = () => begin(() => adapter.drizzle)

      // Kept for a while: what its request still asks of it fails, instead of being done on its own.
      const keepUndone = (id: string) => {
        undone.push(id)
        if (undone.length > MAX_ENDED) delete adapter.sessions[undone.shift() ?? '']
      }

      adapter.commitTransaction = async (incoming) => {
        const id = String(await incoming)
        const session = adapter.sessions[id]
        // Undone meanwhile, by a nested operation that failed: what its caller did since is not whole.
        if (!session || undone.includes(id)) throw new DatabaseError('interrupted')
        try {
          await session.resolve()
        } catch (error) {
          keepUndone(id)
          throw error
        }
        delete adapter.sessions[id]
      }

      adapter.rollbackTransaction = async (incoming) => {
        const id = String(await incoming)
        const session = adapter.sessions[id]
        if (!session || undone.includes(id)) return
        keepUndone(id)
        await session.reject()
      }

      foldOperators(adapter)
      insertInParts(adapter)
      writeWhole(adapter, () => begin(() => single))
      answerConstraints(adapter)
      return adapter as unknown as ReturnType<typeof official.init>
    },
  }
}
