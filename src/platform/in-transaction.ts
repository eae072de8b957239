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
 * Runs several operations in one transaction; each is given `req`, for example by `asSystemWithin(req, …)`. The work
 * is repeated after conflicts, so it must have no effects outside of the database. On a MongoDB server without
 * transactions the operations run one by one.
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
