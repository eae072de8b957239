import type { TestProject } from 'vitest/node'
import { build } from '../../../scripts/steps/build.mjs'
import { makeSecrets } from '../../../scripts/steps/environment.mjs'
import { databaseOn } from '../../setup/mongo-servers'
import { startSite } from './running-site'

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string
    siteDataDir: string
  }
}

/** One built site for all browser tests; those that stop or kill it start their own. */
export default async function setup(project: TestProject) {
  const { NODE_ENV: _, VITEST: __, ...outside } = process.env
  await build({ ...outside, ...makeSecrets() }, { isAnyKeyFine: true })
  // Started by the setup before this one, in the projects that are about a MongoDB server.
  const server: string | undefined = project.getProvidedContext().mongoUrl
  const site = await startSite(server ? { DATABASE_URL: databaseOn(server) } : {})
  project.provide('siteUrl', site.url)
  project.provide('siteDataDir', site.dataDir)
  return () => site.remove()
}
