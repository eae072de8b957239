import type { TestProject } from 'vitest/node'
import { describeMongo, hasTransactions, mongoServers } from './mongo-choice'
import { startFirst } from './mongo-servers'

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
    mongoHasTransactions: boolean
  }
}

/** Each project loads this module for itself, and all of a run share one server. */
interface Shared {
  [sharedKey]?: { running: ReturnType<typeof startFirst>; users: number }
}
const sharedKey = Symbol.for('creative-mom.test-mongodb')

/** One server for all test files; each has a database of its own on it. */
export default async function setup(project: TestProject) {
  const holder = globalThis as Shared
  holder[sharedKey] ??= { running: startFirst(mongoServers(process.env)), users: 0 }
  const shared = holder[sharedKey]
  shared.users += 1
  const { url, server, stop } = await shared.running
  project.provide('mongoUrl', url)
  project.provide('mongoHasTransactions', hasTransactions(server.kind))
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete holder[sharedKey]
    await stop()
    console.log(describeMongo(server))
  }
}
