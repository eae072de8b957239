import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { databaseOn } from './mongo-servers'
import { testEnvironment } from './secrets'

/**
 * Runs before a test file's imports: settings are read once a process, and every file is its own
 * process with its own database.
 */
const dataDir = mkdtempSync(path.join(tmpdir(), 'creative-mom-test-'))

const databaseUrl = () => {
  if (process.env.TEST_DATABASE_KIND === 'mongodb') {
    return databaseOn(inject('mongoUrl'))
  }
  copyFileSync(inject('sqliteTemplate'), path.join(dataDir, 'database.sqlite'))
  return ''
}

Object.assign(process.env, testEnvironment({ dataDir, databaseUrl: databaseUrl() }))

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
