import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** A server that the MongoDB half of the tests can run on. */
export type MongoServer =
  | { kind: 'url'; url: string }
  | { kind: 'mongod'; binary: string }
  | { kind: 'secantusdb'; python: string }
  | { kind: 'java'; java: string; maven: string }

/** Pinned, because it is beta: what it does may change with any version. */
export const SECANTUSDB_VERSION = '0.7.0b3'

const FIND_PYTHON = 'import sys, pip; sys.exit(0 if sys.version_info >= (3, 10) else 1)'

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

/** A Python that SecantusDB runs on and that can install it. */
function findPython(searchPath: string): string | null {
  const names = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10']
  const found = names.map((name) => onPath(name, searchPath)).filter((file) => file !== null)
  return found.find((python) => spawnSync(python, ['-c', FIND_PYTHON], { stdio: 'ignore' }).status === 0) ?? null
}

const found: Readonly<Record<MongoServer['kind'], (source: Record<string, string | undefined>) => MongoServer | null>> =
  {
    url: ({ MONGODB_TEST_URL }) => (MONGODB_TEST_URL ? { kind: 'url', url: MONGODB_TEST_URL } : null),
    mongod({ MONGOMS_SYSTEM_BINARY, PATH = '' }) {
      const binary = MONGOMS_SYSTEM_BINARY || onPath('mongod', PATH)
      return binary ? { kind: 'mongod', binary } : null
    },
    secantusdb({ PATH = '' }) {
      const python = findPython(PATH)
      return python ? { kind: 'secantusdb', python } : null
    },
    java({ PATH = '' }) {
      const [java, maven] = [onPath('java', PATH), onPath('mvn', PATH)]
      return java && maven ? { kind: 'java', java, maven } : null
    },
  }

const inOrder = ['url', 'mongod', 'secantusdb', 'java'] as const

/**
 * The servers that this machine can run the MongoDB half on, best first.
 * @param source MONGODB_TEST_SERVER names the only one that will do, as CI does
 * @throws when that one is none of them
 */
export function mongoServers(source: Record<string, string | undefined>): MongoServer[] {
  const only = source.MONGODB_TEST_SERVER
  if (only && !inOrder.some((kind) => kind === only)) {
    throw new Error(`MONGODB_TEST_SERVER must be one of ${inOrder.join(', ')}, not "${only}".`)
  }
  const kinds = inOrder.filter((kind) => !only || kind === only)
  const servers = kinds.map((kind) => found[kind](source)).filter((server) => server !== null)
  if (only && servers.length === 0) throw new Error(`MONGODB_TEST_SERVER names ${only}, which can't run here.`)
  return servers
}

/** Whether a server takes several writes as one; without that, what depends on transactions is not tested. */
export const hasTransactions = (kind: MongoServer['kind']): boolean => kind !== 'java'

/** The sentence with which a run says what it was. Only a mongod is called MongoDB. */
export function describeMongo(server: MongoServer | null): string {
  switch (server?.kind) {
    case 'url':
      return 'MongoDB half: ran on the server of MONGODB_TEST_URL.'
    case 'mongod':
      return `MongoDB half: ran on ${server.binary} as a replica set.`
    case 'secantusdb':
      return `MongoDB half: ran on SecantusDB ${SECANTUSDB_VERSION}, a stand-in for tests that has transactions and is not MongoDB.`
    case 'java':
      return 'MongoDB half: ran on de.bwaldvogel:mongo-java-server, which is not MongoDB and has no transactions.'
    default:
      return 'MongoDB half: DID NOT RUN. Set MONGODB_TEST_URL, or install mongod, or Python 3.10 with pip, or Java 17 and Maven.'
  }
}
