import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { mongoServers } from './tests/setup/mongo-choice.ts'

const root = path.dirname(fileURLToPath(import.meta.url))

/** Named so that the same file says on which database it runs. */
const integration = (databaseKind: 'sqlite' | 'mongodb') => ({
  extends: true as const,
  test: {
    name: `integration-${databaseKind}`,
    include: ['tests/integration/**/*.test.ts'],
    globalSetup: [`tests/setup/${databaseKind}.ts`],
    setupFiles: ['tests/setup/console.ts', 'tests/setup/integration-environment.ts'],
    env: { TEST_DATABASE_KIND: databaseKind },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

interface Kind {
  name: string
  include: string[]
  exclude?: string[]
  /** Later groups begin when earlier ones are over. */
  groupOrder?: number
  globalSetup?: string[]
}

const browser = ({ name, include, exclude = [], groupOrder = 1, globalSetup = [] }: Kind) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude,
    globalSetup: [...globalSetup, 'tests/e2e/setup/site.ts'],
    setupFiles: ['tests/setup/console.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine takes more than the second that is usual.
    expect: { poll: { timeout: 10_000, interval: 100 } },
    // One browser and one server at a time: the machine is small, and so are the waits.
    maxWorkers: 1,
    sequence: { groupOrder },
  },
})

/** Without a browser, each with a site of its own to stop, kill or flood: two at a time. */
const alone = ({ name, include, groupOrder = 2, globalSetup = [] }: Kind) => ({
  extends: true as const,
  test: {
    name,
    include,
    globalSetup,
    setupFiles: ['tests/setup/console.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { groupOrder },
  },
})

const e2e = (...names: string[]) => names.map((name) => `tests/e2e/${name}.test.ts`)
const aloneFiles = e2e('entry', 'export', 'kill', 'public-api', 'storm', 'upgrade', 'without-database')
/** Of a MongoDB server alone. */
const serverFiles = e2e('server-away')

/** What a database may change for people: the ways through the site and the desk, and every write under load and kills. */
const onMongo = { globalSetup: ['tests/setup/mongodb.ts'] }
const mongoProjects = () => [
  integration('mongodb'),
  browser({ name: 'e2e-mongodb', include: [...e2e('journeys', 'desk'), ...serverFiles], groupOrder: 3, ...onMongo }),
  alone({ name: 'e2e-mongodb-alone', include: e2e('kill', 'storm'), groupOrder: 4, ...onMongo }),
]

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${path.join(root, 'src')}/` },
      { find: '@payload-config', replacement: path.join(root, 'payload.config.ts') },
    ],
  },
  test: {
    // One process a file: settings are read once a process, and every file has its own database.
    pool: 'forks',
    isolate: true,
    // These wait for a database more than they compute; by default a machine of two runs one.
    maxWorkers: 2,
    // Lexical's entry for Node is unreliable without it (PITFALLS.md).
    execArgv: ['--no-deprecation', '--conditions=production'],
    server: { deps: { inline: ['next-intl'] } },
    restoreMocks: true,
    unstubEnvs: true,
    // Payload drops the further reads of a document of which one read has failed. Next logs them when it serves.
    onUnhandledError: (error) => !('kind' in error && error.kind === 'conflict'),
    // A loop over nothing, or a condition that never held, is no test.
    expect: { requireAssertions: true },
    // In another order each time, so that no test relies on one before it: steps that belong together are
    // one test. A run says its seed; `npm test -- unit --sequence.seed=…` takes the same order again.
    sequence: { shuffle: { tests: true } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}', 'tests/{rules,setup}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/console.ts', 'tests/setup/unit-environment.ts'],
        },
      },
      integration('sqlite'),
      // Without any server for it the half is left out, and tests/setup/sqlite.ts says so at the end.
      ...(mongoServers(process.env).length === 0 ? [] : mongoProjects()),
      browser({ name: 'e2e', include: e2e('*'), exclude: [...aloneFiles, ...serverFiles] }),
      alone({ name: 'e2e-alone', include: aloneFiles }),
      browser({ name: 'shots', include: ['tests/shots/*.test.ts'] }),
    ],
  },
})
