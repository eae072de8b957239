import type { Payload } from 'payload'
import { inTransaction } from '@/platform/in-transaction'
import { asSystemWithin } from '@/platform/system-payload'

export interface Seeding {
  payload: Payload
  /** For every operation: the system's rights, in the transaction of this seeding. */
  system(): ReturnType<typeof asSystemWithin>
}

/** A seeding that is cut short leaves nothing behind, where the database has transactions. */
export const seedWhole = <T>(payload: Payload, seed: (seeding: Seeding) => Promise<T>): Promise<T> =>
  inTransaction(payload, (req) => seed({ payload, system: () => asSystemWithin(req, 'seed') }))
