import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { databaseIdentity } from '@/platform/database'
import { env } from '@/platform/env'
import { logger } from '@/platform/logger'
import { processState } from '@/platform/process-state'

/** The database can't be reached now. Pages fall back, forms say so and keep what was typed. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError'
}

/** After a failed connection nobody tries again for this long, so that a page fails at once instead of waiting. */
const RETRY_AFTER_MS = 2000

let failedAt = 0
let connecting: Promise<Payload> | null = null

/**
 * The CMS of this process, connected. Every query and use case starts here.
 * @throws DatabaseUnavailableError when the database is gone or does not answer
 */
export async function getCms(): Promise<Payload> {
  const state = processState()
  // Looked at on every call: libsql would go on reading and writing a file that has been moved away.
  const identity = databaseIdentity(env())
  if (identity === null) throw unavailable('The embedded database file is not there.')
  if (isAnother(identity)) {
    throw unavailable('Another file was put in the place of the embedded database. Restart the site to use it.')
  }
  if (Date.now() - failedAt < RETRY_AFTER_MS) throw unavailable('The last connection failed a moment ago.')
  connecting ??= getPayload({ config }).finally(() => {
    connecting = null
  })
  try {
    const payload = await connecting
    state.openedDatabase ??= identity
    return payload
  } catch (error) {
    failedAt = Date.now()
    logger.error({ err: error }, 'the CMS could not start')
    throw unavailable('The CMS could not connect.', error)
  }
}

const isAnother = (identity: string): boolean => {
  const { openedDatabase } = processState()
  return openedDatabase !== null && openedDatabase !== identity
}

/** Whether the database that this process serves is not to be found in its place. */
export function isDatabaseGone(): boolean {
  const identity = databaseIdentity(env())
  return identity === null || isAnother(identity)
}

/**
 * A query that fell back to a default calls this in its `catch`, so that the edition does not
 * keep a page that was made without its data.
 */
export function noteDatabaseFailure(): void {
  processState().databaseFailures += 1
}

function unavailable(message: string, cause?: unknown): DatabaseUnavailableError {
  noteDatabaseFailure()
  return new DatabaseUnavailableError(message, { cause })
}
