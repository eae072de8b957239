import { tmpdir } from 'node:os'
import path from 'node:path'
import { testEnvironment } from './secrets'

/** Unit tests open no database; modules that read settings find valid ones. */
Object.assign(
  process.env,
  testEnvironment({ dataDir: path.join(tmpdir(), 'creative-mom-unit-tests'), databaseUrl: '' }),
)
