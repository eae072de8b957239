import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { repeatedOnConflict } from '@/platform/repeated-on-conflict'

/**
 * Several operations, all of which happen or none: each is given `req`, for example by
 * `asSystemWithin(req, …)`. They are done again when other writers were in the way, so `work` does
 * nothing but ask the database. On a MongoDB server without transactions they happen one by one.
 */
export const inTransaction = <T>(payload: Payload, work: (req: PayloadRequest) => Promise<T>): Promise<T> =>
  repeatedOnConflict(() => inOneTransaction(payload, work))

async function inOneTransaction<T>(payload: Payload, work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const req = await createLocalReq({}, payload)
  const isOpen = await initTransaction(req)
  try {
    const result = await work(req)
    if (isOpen) await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
