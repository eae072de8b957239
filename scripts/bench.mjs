/**
 * Runs one measurement of tests/bench and prints its figures as JSON.
 *
 *   node scripts/bench.mjs search
 */
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [name = ''] = process.argv.slice(2)
const source = path.join(root, 'tests/bench', `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(source)) {
  console.error('Say which measurement: a file of tests/bench without its ending, such as "search".')
  process.exit(64)
}

// Beside node_modules, so that packages resolve from the bundle.
const outfile = path.join(root, '.cache/bench', `${name}.mjs`)
mkdirSync(path.dirname(outfile), { recursive: true })
await build({
  absWorkingDir: root,
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20.9',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
const { bench } = await import(pathToFileURL(outfile).href)
console.log(JSON.stringify({ [name]: await bench() }, null, 2))
