import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { databaseIdentity, databaseReached, isDatabaseAway } from '@/platform/database'
import { unavailable } from '@/platform/database-unavailable'
import { env } from '@/platform/env'
import { logger } from '@/platform/logger'
import { processState } from '@/platform/process-state'

/** After a failed connection there is no new attempt for this long, so that pages fail at once instead of waiting. */
const RETRY_AFTER_MS = 2000

let failedAt = 0
let connecting: Promise<Payload> | null = null

/**
 * The CMS of this process, connected. Every query and use case starts here.
 * @throws DatabaseUnavailableError when the database is gone or does not answer
 */
export async function getCms(): Promise<Payload> {
  const state = processState()
  // Checked on every call, because libsql keeps reading and writing a file that has been moved away.
  const identity = databaseIdentity(env())
  if (identity === null) throw unavailable('The SQLite file is not there.')
  if (isAnother(identity)) {
    throw unavailable('Another file was put in the place of the SQLite file. Restart the site to use it.')
  }
  await databaseReached(env())
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

/** Whether the database that this process serves is not to be found in its place, or its server is away. */
export function isDatabaseGone(): boolean {
  const identity = databaseIdentity(env())
  return identity === null || isAnother(identity) || isDatabaseAway(env())
}
