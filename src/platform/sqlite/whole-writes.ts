import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { isolateObjectProperty, type PayloadRequest } from 'payload'

/** Of the adapter's operations those that may take several statements. */
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
 * Outside of a transaction each operation is one of its own: a row with its languages, lists and
 * blocks is whole or not there, also where Payload or a use case asks for no transaction.
 * @param begin a transaction that holds nobody up for longer than its statements take
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
