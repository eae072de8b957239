import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { isolateObjectProperty, type PayloadRequest } from 'payload'

/** The adapter's operations that may take several statements. */
const operations = [
  'create',
  'updateOne',
  'updateMany',
  'upsert',
  'deleteOne',
  'deleteMany',
  'deleteVersions',
  'createVersion',
  'updateVersion',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
  'updateJobs',
] as const

interface Arguments {
  req?: Partial<PayloadRequest>
  options?: { atomic?: boolean }
}
type Operation = (this: SQLiteAdapter, args: Arguments) => Promise<unknown>

/**
 * Wraps each operation outside of a transaction into its own, so that a row with its languages, lists and blocks is
 * complete or absent, even if Payload or a use case asks for no transaction.
 * @param begin begins a transaction that blocks others only while its statements run
 */
export function writeWhole(adapter: SQLiteAdapter, begin: () => Promise<string>): void {
  const writing = adapter as unknown as Record<(typeof operations)[number], Operation>
  for (const name of operations) {
    const operation = writing[name]
    writing[name] = async function whole(args) {
      const id = await args.req?.transactionID
      const isInside = id !== undefined && id !== null && Boolean(adapter.sessions[String(id)])
      if (isInside || args.options?.atomic) return operation.call(this, args)
      const transactionID = await begin()
      const req = isolateObjectProperty((args.req ?? {}) as PayloadRequest, 'transactionID')
      req.transactionID = transactionID
      try {
        const result = await operation.call(this, { ...args, req })
        await adapter.commitTransaction(transactionID)
        return result
      } catch (error) {
        await adapter.rollbackTransaction(transactionID)
        throw error
      }
    }
  }
}
