import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { chooseMongo, describeMongo } from './mongo-choice'
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

/** Migrates one empty database; `VACUUM INTO` writes it as a single file, without a WAL beside it. */
async function makeTemplate(target: string): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'creative-mom-template-'))
  const before = { ...process.env }
  Object.assign(process.env, testEnvironment({ dataDir, databaseUrl: '' }))
  try {
    const { getPayload } = await import('payload')
    const { default: config } = await import('@payload-config')
    const { migrations } = await import('@/migrations')
    const payload = await getPayload({ config })
    await payload.db.migrate({ migrations } as never)
    const { client } = payload.db as unknown as { client: { execute(sql: string): Promise<unknown>; close(): void } }
    const unfinished = `${target}.${process.pid}`
    await client.execute(`VACUUM INTO '${unfinished}'`)
    client.close()
    await payload.destroy()
    renameSync(unfinished, target)
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name]
    Object.assign(process.env, before)
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
    console.log(describeMongo(chooseMongo(process.env)))
  }
}
