import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The rules of src/migrations: what was delivered never changes, because databases were made with
 * it, and each migration goes on from the snapshot of the one before.
 */

/** In the form of sha256sum, so that `cd src/migrations && sha256sum -c delivered.sha256` proves it too. */
const LIST = 'delivered.sha256'

const fingerprint = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Names of the migrations in a folder, oldest first. */
export const migrationsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort()

function delivered(folder) {
  const list = path.join(folder, LIST)
  if (!existsSync(list)) return new Map()
  const lines = readFileSync(list, 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}

/** Names of the migrations that may still be written again. */
export const undeliveredIn = (folder) => migrationsIn(folder).filter((name) => !delivered(folder).has(`${name}.ts`))

function snapshot(folder, name) {
  try {
    return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))
  } catch {
    return null
  }
}

/** Names of the migrations whose snapshot does not go on from the one before: made beside another, not after it. */
export function unchainedIn(folder) {
  const snapshots = migrationsIn(folder).map((name) => ({ name, ...snapshot(folder, name) }))
  return snapshots
    .filter(({ prevId }, index) => index > 0 && prevId !== snapshots[index - 1]?.id)
    .map(({ name }) => name)
}

/** Says in a snapshot which one it goes on from; Payload leaves that out. */
export function chain(folder, name) {
  const before = migrationsIn(folder)
    .filter((other) => other < name)
    .at(-1)
  if (!before) return
  const { id } = snapshot(folder, before)
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ ...snapshot(folder, name), prevId: id }, null, 2))
}

/** The text of index.ts, as Payload writes it. */
export function indexOf(folder) {
  const names = migrationsIn(folder)
  const imports = names.map((name) => `import * as migration_${name} from './${name}';\n`)
  const items = names.map(
    (name) => `  {\n    up: migration_${name}.up,\n    down: migration_${name}.down,\n    name: '${name}'\n  }`,
  )
  return `${imports.join('')}\nexport const migrations = [\n${items.join(',\n')},\n];\n`
}

/** Writes every migration of the folder into the list of those that never change again. */
export function deliver(folder) {
  const files = migrationsIn(folder).flatMap((name) => [`${name}.json`, `${name}.ts`])
  const lines = files.map((file) => `${fingerprint(path.join(folder, file))}  ${file}\n`)
  writeFileSync(path.join(folder, LIST), lines.join(''))
}

/** What is wrong with the folder, a sentence each. */
export function errorsOf(folder) {
  const names = migrationsIn(folder)
  const errors = []
  for (const [file, hash] of delivered(folder)) {
    const full = path.join(folder, file)
    if (!existsSync(full)) errors.push(`${file} was delivered and is gone: put it back from git.`)
    else if (fingerprint(full) !== hash) errors.push(`${file} was delivered and has changed: put it back from git.`)
  }
  const initial = names.filter((name) => name.endsWith('_initial'))
  if (initial.length !== 1)
    errors.push(`There must be one initial migration, not ${initial.length}: ${initial.join(', ')}.`)
  for (const name of names.filter((each) => !snapshot(folder, each))) {
    errors.push(`${name}.json is missing or is not JSON.`)
  }
  for (const name of unchainedIn(folder)) {
    errors.push(`${name} does not go on from the migration before it: run npm run generate.`)
  }
  if (readFileSync(path.join(folder, 'index.ts'), 'utf8') !== indexOf(folder)) {
    errors.push('index.ts does not list exactly the migrations of the folder: run npm run generate.')
  }
  return errors
}
