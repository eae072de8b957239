import { getPayload, type Payload } from 'payload'
import { env } from '@/platform/env'

/** What both adapters keep open after `payload.destroy()`, typed as far as tests close it. */
interface OpenConnection {
  client?: { close(): void }
  connection?: { dropDatabase(): Promise<unknown>; close(): Promise<void> }
}

/**
 * Real Payload on a fresh, migrated, empty database of this test file alone, on the database the
 * vitest project names. Call it in `beforeAll` and `stop` in `afterAll`.
 */
export async function startPayload(): Promise<{
  payload: Payload
  databaseKind: 'sqlite' | 'mongodb'
  stop(): Promise<void>
}> {
  const { databaseKind } = env()
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  return {
    payload,
    databaseKind,
    async stop() {
      const open = payload.db as unknown as OpenConnection
      if (databaseKind === 'mongodb') await open.connection?.dropDatabase()
      // The adapter forgets its connection when destroyed, without closing SQLite's.
      const close = () => (databaseKind === 'mongodb' ? open.connection?.close() : open.client?.close())
      if (databaseKind === 'sqlite') await close()
      await payload.destroy()
    },
  }
}
