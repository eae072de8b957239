import { getPayload, type Payload } from 'payload'
import { closeDatabase } from '@/platform/database'
import type { RunningSite } from './running-site'

/**
 * The database of a running site, opened beside it. Once a test file: settings are read once a
 * process.
 */
export async function openDatabase(site: RunningSite): Promise<{ payload: Payload; close(): Promise<void> }> {
  Object.assign(process.env, site.environment)
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, disableOnInit: true })
  return { payload, close: () => closeDatabase(payload) }
}
