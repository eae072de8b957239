import type { TestProject } from 'vitest/node'
import { describeMongo, hasTransactions, mongoServers } from './mongo-choice'
import { startFirst } from './mongo-servers'

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
    mongoHasTransactions: boolean
  }
}

/** One server for all test files; each has a database of its own on it. */
export default async function setup(project: TestProject) {
  const { url, server, stop } = await startFirst(mongoServers(process.env))
  project.provide('mongoUrl', url)
  project.provide('mongoHasTransactions', hasTransactions(server.kind))
  return async () => {
    await stop()
    console.log(describeMongo(server))
  }
}
