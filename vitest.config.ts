import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { chooseMongo } from './tests/setup/mongo-choice.ts'

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

const browser = (name: string, include: string) => ({
  extends: true as const,
  test: {
    name,
    include: [include],
    globalSetup: ['tests/e2e/setup/site.ts'],
    setupFiles: ['tests/setup/console.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser and one server at a time: the machine is small, and so are the waits.
    fileParallelism: false,
  },
})

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
    // Lexical's entry for Node is unreliable without it (PITFALLS.md).
    execArgv: ['--no-deprecation', '--conditions=production'],
    server: { deps: { inline: ['next-intl'] } },
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}', 'tests/rules/**/*.test.ts'],
          setupFiles: ['tests/setup/console.ts', 'tests/setup/unit-environment.ts'],
        },
      },
      integration('sqlite'),
      // Without any server for it the half is left out, and tests/setup/sqlite.ts says so at the end.
      ...(chooseMongo(process.env).kind === 'none' ? [] : [integration('mongodb')]),
      browser('e2e', 'tests/e2e/**/*.test.ts'),
      browser('shots', 'tests/shots/*.test.ts'),
    ],
  },
})
