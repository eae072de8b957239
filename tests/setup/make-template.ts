/**
 * Migrates the empty database of the settings and writes it as one file, without a WAL beside it.
 * A program of its own, because Payload loads unreliably without the flags it is run with.
 */
import { getPayload } from 'payload'
import { migrations } from '@/migrations'
import { closeDatabase, migrateDatabase } from '@/platform/database'
import { env } from '@/platform/env'

const [target = ''] = process.argv.slice(2)
const { default: config } = await import('@payload-config')
const payload = await getPayload({ config, disableOnInit: true })
await migrateDatabase(payload, env(), migrations)
const { client } = payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }
await client.execute(`VACUUM INTO '${target.replaceAll("'", "''")}'`)
await closeDatabase(payload)
