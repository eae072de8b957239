import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

/**
 * Several operations, all of which happen or none: each is given `req`, for example by
 * `asSystemWithin(req, …)`. On a MongoDB server without transactions they happen one by one.
 */
export async function inTransaction<T>(payload: Payload, work: (req: PayloadRequest) => Promise<T>): Promise<T> {
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
