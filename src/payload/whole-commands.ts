import {
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  initTransaction,
  type PayloadRequest,
  type Plugin,
} from 'payload'
import { bindToTransaction, undoInstead, wasRolledBack } from '@/platform/after-commit'
import { databaseErrors } from '@/platform/database-error-texts'
import { DatabaseError, offerAgain } from '@/platform/database-errors'
import { localize } from '../platform/localize'

interface BulkError {
  id: number | string
  isPublic: boolean
  message: string
}
interface BulkResult {
  docs: unknown[]
  errors: BulkError[]
}

const isBulk = (result: unknown): result is BulkResult =>
  typeof result === 'object' &&
  result !== null &&
  'docs' in result &&
  'errors' in result &&
  Array.isArray(result.errors)

/** Payload keeps only the message of an error, and those of the database are English. */
function inReadersLanguage(error: BulkError, req: PayloadRequest): BulkError {
  const known = Object.values(databaseErrors).find(({ words }) => words.en === error.message)
  return known ? { ...error, isPublic: true, message: localize(req, known.words) } : error
}

const nothing = {
  ar: 'لم يتغير شيء من المحدد: يُنفَّذ الأمر عليه كله أو لا يُنفَّذ.',
  en: 'Nothing that was selected has changed: it is done for all of it or not at all.',
}

const bindBulk: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation === 'update' || operation === 'delete') && !('id' in args)) await bindToTransaction(req)
}

/** Payload would keep the successful documents, and partial writes of the failed ones. */
const allOrNothing: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if ((operation !== 'update' && operation !== 'delete') || !isBulk(result)) return result
  if (wasRolledBack(req)) {
    if (result.errors.length === 0) throw new DatabaseError('interrupted')
    // The end of the operation commits: an empty transaction.
    await initTransaction(req)
  }
  if (result.errors.length === 0 || !(await undoInstead(req))) return result
  // After the first failed write the others fail because of it.
  const reasons = result.errors.filter(({ message }) => message !== databaseErrors.interrupted.words.en)
  if (reasons.some(({ message }) => message === databaseErrors.conflict.words.en)) offerAgain(req)
  const errors = (reasons.length > 0 ? reasons : result.errors).map((error) => inReadersLanguage(error, req))
  const last = errors.pop() as BulkError
  errors.push({ ...last, message: `${last.message} ${localize(req, nothing)}` })
  return { ...result, docs: [], errors } as typeof result
}

/** A command over many documents happens to all of them or to none. */
export const wholeCommands: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [bindBulk, ...(collection.hooks?.beforeOperation ?? [])],
      afterOperation: [...(collection.hooks?.afterOperation ?? []), allOrNothing],
    },
  })),
})
