import { getPayload, type Payload } from 'payload'
import type { RunningSite } from './running-site'

/**
 * The database of a running site, opened beside it. Once a test file: settings are read once a
 * process.
 */
export async function openDatabase(site: RunningSite): Promise<{ payload: Payload; close(): Promise<void> }> {
  Object.assign(process.env, site.environment)
  // Not before: what these import reads the settings at once.
  const { default: config } = await import('@payload-config')
  const { closeDatabase } = await import('@/platform/database')
  const payload = await getPayload({ config, disableOnInit: true })
  return { payload, close: () => closeDatabase(payload) }
}
