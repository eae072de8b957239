import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundle } from '../../scripts/steps/bundle.mjs'
import { nodeFlags, run } from '../../scripts/steps/run.mjs'
import { describeMongo, mongoServers } from './mongo-choice'
import { testEnvironment } from './secrets'

declare module 'vitest' {
  interface ProvidedContext {
    sqliteTemplate: string
  }
}

const migrationsHash = () => {
  const hash = createHash('sha256')
  for (const name of readdirSync('src/migrations').sort()) hash.update(readFileSync(path.join('src/migrations', name)))
  return hash.digest('hex').slice(0, 16)
}

async function makeTemplate(target: string): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'creative-mom-template-'))
  // Inside the project, so that it finds the packages.
  const program = path.join(path.dirname(target), `make-template.${process.pid}.mjs`)
  const unfinished = `${target}.${process.pid}`
  try {
    await bundle({ entryPoints: ['tests/setup/make-template.ts'], outfile: program })
    const { code, output } = await run(process.execPath, [...nodeFlags, program, unfinished], {
      env: { PATH: process.env.PATH, ...testEnvironment({ dataDir, databaseUrl: '' }) },
      isQuiet: true,
    })
    if (code !== 0 || !existsSync(unfinished)) throw new Error(`no database to copy for tests: ${output}`)
    renameSync(unfinished, target)
  } finally {
    rmSync(program, { force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** One migrated file, made once for each state of src/migrations and copied for every test file. */
export default async function setup(project: TestProject) {
  const folder = path.resolve('.cache/test-databases')
  const template = path.join(folder, `${migrationsHash()}.sqlite`)
  if (!existsSync(template)) {
    mkdirSync(folder, { recursive: true })
    await makeTemplate(template)
  }
  project.provide('sqliteTemplate', template)
  return () => {
    if (mongoServers(process.env).length === 0) console.log(describeMongo(null))
  }
}
