import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import { DatabaseError } from '@/platform/database-errors'
import { logger } from '@/platform/logger'

/**
 * Work that must wait for the end of a transaction: notifications, and side effects that the database can't undo.
 * Stored on the adapter, because Next loads this module more than once.
 */
const key = Symbol.for('creative-mom.after-commit')

type Work = () => Promise<void>

interface Ending {
  committed: Work[]
  undone: Work[]
  isToBeUndone: boolean
  binding: Binding
}
interface Holder {
  [key]?: Map<string, Ending>
}
type Request = Pick<PayloadRequest, 'transactionID' | 'payload'>

const endingsOf = (holder: Holder): Map<string, Ending> => {
  holder[key] ??= new Map()
  return holder[key]
}

/** Of the request's transaction, or null when it has none. */
async function endingOf(req: Request): Promise<Ending | null> {
  const id = await req.transactionID
  if (id === undefined || id === null || !isOpen(req.payload, String(id))) return null
  const endings = endingsOf(req.payload.db as Holder)
  const ending = endings.get(String(id)) ?? {
    committed: [],
    undone: [],
    isToBeUndone: false,
    binding: { running: new Set(), isRolledBack: false },
  }
  endings.set(String(id), ending)
  return ending
}

const isOpen = (payload: Payload, id: string): boolean => Boolean(payload.db.sessions?.[id])

/**
 * Runs `work` once the request's transaction is committed, or at once when there is none. It is dropped on rollback.
 */
export async function afterCommit(req: Request, work: Work): Promise<void> {
  const ending = await endingOf(req)
  if (ending) ending.committed.push(work)
  else await work()
}

/**
 * Runs `work` once the request's transaction is rolled back.
 * @returns false when there is no transaction, so that nothing will be undone
 */
export async function afterRollback(req: Request, work: Work): Promise<boolean> {
  const ending = await endingOf(req)
  ending?.undone.push(work)
  return ending !== null
}

/**
 * Rolls the request's transaction back instead of committing it, without an error: for a bulk command that has
 * already reported which documents failed.
 * @returns false when there is no transaction
 */
export async function undoInstead(req: Request): Promise<boolean> {
  const ending = await endingOf(req)
  if (ending) ending.isToBeUndone = true
  return ending !== null
}

interface Binding {
  running: Set<Promise<unknown>>
  isRolledBack: boolean
}
const boundKey = Symbol.for('creative-mom.bound-transaction')
interface Bound {
  [boundKey]?: Binding
}

/** The adapter's methods that write; each takes its request. */
const writing = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const satisfies readonly (keyof BaseDatabaseAdapter)[]

/**
 * Binds a command to the transaction that it has begun: once that is rolled back, its further writes fail. Payload
 * rolls back when any operation within the command fails, forgets the transaction, and would write on without one.
 */
export async function bindToTransaction(req: Request): Promise<void> {
  const ending = await endingOf(req)
  if (ending) (req as Bound)[boundKey] ??= ending.binding
}

/** Ends a binding. @returns whether the transaction was rolled back meanwhile */
export function wasRolledBack(req: Request): boolean {
  const bound = req as Bound
  const isRolledBack = bound[boundKey]?.isRolledBack ?? false
  delete bound[boundKey]
  return isRolledBack
}

type Write = (args: { req?: Bound }) => Promise<unknown>

function bindWrites(adapter: BaseDatabaseAdapter): void {
  const methods = adapter as unknown as Record<(typeof writing)[number], Write>
  for (const name of writing) {
    const write = methods[name]
    methods[name] = async (args) => {
      const binding = args.req?.[boundKey]
      if (!binding) return write.call(adapter, args)
      if (binding.isRolledBack) throw new DatabaseError('interrupted')
      const running = write.call(adapter, args)
      binding.running.add(running)
      return running.finally(() => binding.running.delete(running))
    }
  }
}

/** From here on nothing is written any more; what is being written still belongs to the transaction. */
async function closeBinding(binding: Binding | undefined): Promise<void> {
  if (!binding) return
  binding.isRolledBack = true
  await Promise.allSettled(binding.running)
}

/** Makes an adapter run the deferred work at the end of a transaction; the same for both databases. */
export function followCommits(official: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...official,
    init(args) {
      const adapter = official.init(args)
      const { commitTransaction, rollbackTransaction } = adapter
      bindWrites(adapter)
      const take = (id: string): Ending | undefined => {
        const endings = endingsOf(adapter as Holder)
        const ending = endings.get(id)
        endings.delete(id)
        return ending
      }
      const undo = async (id: string, ending = take(id)) => {
        await closeBinding(ending?.binding)
        await rollbackTransaction.call(adapter, id)
        await doAll(ending?.undone)
      }
      adapter.commitTransaction = async (incoming) => {
        const id = String(await incoming)
        const ending = take(id)
        if (ending?.isToBeUndone) return undo(id, ending)
        try {
          await commitTransaction.call(adapter, id)
        } catch (error) {
          await doAll(ending?.undone)
          throw error
        }
        await doAll(ending?.committed)
      }
      adapter.rollbackTransaction = async (incoming) => undo(String(await incoming))
      return adapter
    },
  }
}

/** A failure here no longer changes the outcome of the transaction. */
async function doAll(works: readonly Work[] = []): Promise<void> {
  for (const work of works) {
    await work().catch((error: unknown) => logger.error({ err: error }, 'what follows a save could not be done'))
  }
}
