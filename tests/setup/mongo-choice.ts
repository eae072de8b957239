import { accessSync, constants } from 'node:fs'
import path from 'node:path'

export type MongoChoice =
  | { kind: 'url'; url: string }
  | { kind: 'mongod'; binary: string }
  | { kind: 'compatible'; java: string; maven: string }
  | { kind: 'none' }

function onPath(name: string, searchPath: string): string | null {
  for (const folder of searchPath.split(path.delimiter)) {
    const file = path.join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // Not in this folder.
    }
  }
  return null
}

/** Which server the MongoDB half of the integration tests uses, best first. */
export function chooseMongo(source: Record<string, string | undefined>): MongoChoice {
  if (source.MONGODB_TEST_URL) return { kind: 'url', url: source.MONGODB_TEST_URL }
  const searchPath = source.PATH ?? ''
  const mongod = source.MONGOMS_SYSTEM_BINARY || onPath('mongod', searchPath)
  if (mongod) return { kind: 'mongod', binary: mongod }
  const java = onPath('java', searchPath)
  const maven = onPath('mvn', searchPath)
  return java && maven ? { kind: 'compatible', java, maven } : { kind: 'none' }
}

/** The sentence with which a run says what it was. The compatible server is never called MongoDB. */
export function describeMongo(choice: MongoChoice): string {
  switch (choice.kind) {
    case 'url':
      return 'MongoDB half: ran on the server of MONGODB_TEST_URL.'
    case 'mongod':
      return `MongoDB half: ran on ${choice.binary} as a replica set.`
    case 'compatible':
      return 'MongoDB half: ran on the wire-compatible de.bwaldvogel:mongo-java-server, which is not MongoDB (no transactions).'
    case 'none':
      return 'MongoDB half: DID NOT RUN. Set MONGODB_TEST_URL, or install mongod, or Java 17 and Maven.'
  }
}
