/**
 * Writes what Payload derives from the configuration: types, the panel's import map and, until
 * the first release, the one initial migration for the embedded database.
 *
 *   node scripts/generate.mjs            write
 *   node scripts/generate.mjs --check    fail when something committed is out of date
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const isCheck = process.argv.includes('--check')

const migrations = path.join(root, 'src/migrations')
const files = {
  types: path.join(root, 'src/payload-types.ts'),
  importMap: path.join(root, 'src/app/(payload)/admin/importMap.js'),
}

function payload(...args) {
  const done = spawnSync(process.execPath, [path.join(root, 'node_modules/payload/bin.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      // Without these the CLI sometimes does nothing and exits 0 (PITFALLS.md).
      ...process.env,
      NODE_OPTIONS: '--no-deprecation --conditions=production',
      NODE_ENV: 'development',
      DATABASE_URL: '',
      DATA_DIR: path.join(tmpdir(), 'creative-mom-generate'),
      PAYLOAD_SECRET: 'x'.repeat(32),
      DATA_KEYS: `generate:${Buffer.alloc(32).toString('base64')}`,
      INDEX_KEY: Buffer.alloc(32).toString('base64'),
    },
  })
  if (done.status !== 0) {
    process.stderr.write(done.stdout + done.stderr)
    process.exit(1)
  }
}

const read = (file) => readFileSync(file, 'utf8')

/** The migration's statements, without the time in its name. */
const schema = () => {
  const sql = readdirSync(migrations).find((name) => /_initial\.ts$/.test(name))
  return sql ? read(path.join(migrations, sql)) : ''
}

const kept = mkdtempSync(path.join(tmpdir(), 'generate-'))
cpSync(migrations, kept, { recursive: true })
const before = { types: read(files.types), importMap: read(files.importMap), schema: schema() }

payload('generate:types')
payload('generate:importmap')
for (const name of readdirSync(migrations)) rmSync(path.join(migrations, name))
payload('migrate:create', 'initial')

const after = { types: read(files.types), importMap: read(files.importMap), schema: schema() }
if (!after.schema) throw new Error('migrate:create wrote nothing')

const restoreMigrations = () => {
  for (const name of readdirSync(migrations)) rmSync(path.join(migrations, name))
  cpSync(kept, migrations, { recursive: true })
}
const stale = Object.keys(after).filter((name) => before[name] !== after[name])
// An unchanged schema keeps its file, so that the name in people's databases stays known.
if (isCheck || !stale.includes('schema')) restoreMigrations()
if (isCheck) {
  writeFileSync(files.types, before.types)
  writeFileSync(files.importMap, before.importMap)
}
rmSync(kept, { recursive: true })

if (isCheck && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: npm run generate`)
  process.exit(1)
}
console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Generated files are up to date.')
