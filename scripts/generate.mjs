/**
 * Writes what is derived: from Payload's configuration types, the panel's import map and, when the
 * schema has changed, one more migration for SQLite; from scripts/steps/layers.cjs the table in
 * docs/ARCHITECTURE.md.
 *
 *   node scripts/generate.mjs [name]       write; the name is the migration's, for example add_notes
 *   node scripts/generate.mjs --check      fail when something committed is out of date
 *   node scripts/generate.mjs --deliver    also freeze all migrations (src/migrations/delivered.sha256)
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { StepFailure } from './steps/failure.mjs'
import { withLayerTable } from './steps/layer-table.mjs'
import { chain, deliver, errorsOf, indexOf, migrationsIn, unchainedIn, undeliveredIn } from './steps/migrations.mjs'
import { root } from './steps/run.mjs'

const args = process.argv.slice(2)
const isCheck = args.includes('--check')
const name = args.find((word) => !word.startsWith('--')) ?? 'change'

const migrations = path.join(root, 'src/migrations')
const files = {
  types: path.join(root, 'src/payload-types.ts'),
  'import map': path.join(root, 'src/app/(payload)/admin/importMap.js'),
  'table of layers': path.join(root, 'docs/ARCHITECTURE.md'),
}

function derive(folder) {
  const command = [path.join(root, 'node_modules/payload/bin.js'), 'run', 'scripts/steps/derive.ts', folder, name]
  const done = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    // A renamed column is a question, which only a terminal can answer.
    stdio: process.stdin.isTTY && !isCheck ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    timeout: process.stdin.isTTY && !isCheck ? undefined : 120_000,
    env: {
      ...process.env,
      // Without these the CLI sometimes does nothing and exits 0 (PITFALLS.md).
      NODE_OPTIONS: '--no-deprecation --conditions=production',
      NODE_ENV: 'development',
      DATABASE_URL: '',
      DATA_DIR: path.join(tmpdir(), 'creative-mom-generate'),
      LOG_LEVEL: 'error',
      PAYLOAD_SECRET: 'x'.repeat(32),
      DATA_KEYS: `generate:${Buffer.alloc(32).toString('base64')}`,
      INDEX_KEY: Buffer.alloc(32).toString('base64'),
    },
  })
  if (done.status !== 0) {
    throw new StepFailure(`Payload could not derive the files: ${done.stdout ?? ''}${done.stderr ?? ''}`)
  }
}

const read = (file) => readFileSync(file, 'utf8')
const readAll = () => Object.fromEntries(Object.entries(files).map(([kind, file]) => [kind, read(file)]))

const before = readAll()
const folder = mkdtempSync(path.join(tmpdir(), 'generate-'))
const said = []
try {
  cpSync(migrations, folder, { recursive: true })
  // Made on a branch beside another that is on main by now: written again, after that one.
  const outrun = unchainedIn(folder).filter((each) => undeliveredIn(folder).includes(each))
  if (!isCheck) {
    for (const each of outrun) {
      for (const ending of ['ts', 'json']) rmSync(path.join(folder, `${each}.${ending}`))
      said.push(`${each} is written again after the migrations before it; add again what was added by hand.`)
    }
  }
  const known = migrationsIn(folder)
  derive(folder)
  writeFileSync(files['table of layers'], withLayerTable(before['table of layers']))
  const [made] = migrationsIn(folder).filter((each) => !known.includes(each))
  if (!made) {
    throw new StepFailure(
      'Payload asks whether a field is new or another one renamed: run npm run generate in a terminal to answer.',
    )
  }
  const isSchemaAhead = read(path.join(folder, `${made}.ts`)).includes('await db.run(')

  const after = readAll()
  const stale = Object.keys(after).filter((kind) => before[kind] !== after[kind])
  if (isCheck) {
    const errors = errorsOf(migrations)
    if (isSchemaAhead) stale.push('migrations (the schema is ahead of them)')
    if (stale.length > 0) errors.push(`Out of date: ${stale.join(', ')}. Run: npm run generate`)
    process.stdout.write(errors.length > 0 ? `${errors.join('\n')}\n` : 'Generated files are up to date.\n')
    process.exitCode = errors.length > 0 ? 1 : 0
  } else {
    if (isSchemaAhead) {
      chain(folder, made)
      stale.push(made)
    } else {
      for (const ending of ['ts', 'json']) rmSync(path.join(folder, `${made}.${ending}`))
    }
    writeFileSync(path.join(folder, 'index.ts'), indexOf(folder))
    if (args.includes('--deliver')) deliver(folder)
    for (const file of readdirSync(migrations)) rmSync(path.join(migrations, file))
    cpSync(folder, migrations, { recursive: true })
    said.push(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Generated files are up to date.')
    process.stdout.write(`${[...said, ...errorsOf(migrations)].join('\n')}\n`)
    process.exitCode = errorsOf(migrations).length > 0 ? 1 : 0
  }
} catch (error) {
  process.stderr.write(`✗ ${error instanceof StepFailure ? error.message : error.stack}\n`)
  process.exitCode = 1
} finally {
  if (isCheck) for (const [kind, file] of Object.entries(files)) writeFileSync(file, before[kind])
  rmSync(folder, { recursive: true })
}
