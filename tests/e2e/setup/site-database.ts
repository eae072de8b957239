import { inject } from 'vitest'
import { databaseOn } from '../../setup/mongo-servers'

/**
 * For `startSite`: the database that the vitest project names. Embedded, unless its global setup
 * started a MongoDB server.
 */
export function siteDatabase(): { DATABASE_URL?: string } {
  // Not provided in every project, whatever its type says.
  const server: string | undefined = inject('mongoUrl')
  return server ? { DATABASE_URL: databaseOn(server) } : {}
}
