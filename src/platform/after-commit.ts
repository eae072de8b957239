import type { DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import { logger } from '@/platform/logger'

/**
 * What must not happen before a save is there for everybody: telling others of it. Kept on the
 * adapter, because Next loads this module more than once.
 */
const key = Symbol.for('creative-mom.after-commit')

type Work = () => Promise<void>

interface Holder {
  [key]?: Map<string, Work[]>
}

const worksOf = (holder: Holder): Map<string, Work[]> => {
  holder[key] ??= new Map()
  return holder[key]
}

/**
 * Does `work` when the transaction of the request has been committed, or at once when there is none.
 * It is left out when the transaction is undone.
 */
export async function afterCommit(req: Pick<PayloadRequest, 'transactionID' | 'payload'>, work: Work): Promise<void> {
  const id = await req.transactionID
  if (id === undefined || id === null || !isOpen(req.payload, String(id))) {
    await work()
    return
  }
  const works = worksOf(req.payload.db as Holder)
  works.set(String(id), [...(works.get(String(id)) ?? []), work])
}

const isOpen = (payload: Payload, id: string): boolean => Boolean(payload.db.sessions?.[id])

/** The same for both databases: the adapter does after its commits what was left for then. */
export function followCommits(official: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...official,
    init(args) {
      const adapter = official.init(args)
      const { commitTransaction, rollbackTransaction } = adapter
      adapter.commitTransaction = async (incoming) => {
        const id = String(await incoming)
        await commitTransaction.call(adapter, id)
        await runAfterCommit(adapter, id)
      }
      adapter.rollbackTransaction = async (incoming) => {
        const id = String(await incoming)
        worksOf(adapter as Holder).delete(id)
        await rollbackTransaction.call(adapter, id)
      }
      return adapter
    },
  }
}

/** What fails now no longer changes that the save is there. */
async function runAfterCommit(adapter: object, id: string): Promise<void> {
  const works = worksOf(adapter as Holder)
  const due = works.get(id) ?? []
  works.delete(id)
  for (const work of due) {
    await work().catch((error: unknown) => logger.error({ err: error }, 'what follows a save could not be done'))
  }
}
