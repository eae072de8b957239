/**
 * Measures the built site on this machine and prints one JSON (docs/PERFORMANCE.md).
 *
 *   npm run bench                     everything, about seven minutes, on the Node that runs it
 *   npm run bench -- http edit        parts: the files of tests/bench
 *   npm run bench -- --write-docs     everything on the Node of production, beside it on the oldest that
 *                                     will do what depends on Node, and the tables of docs/PERFORMANCE.md
 *
 * On another release: node scripts/with-node.mjs 24.21.0 scripts/bench.mjs http
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './steps/build.mjs'
import { bundle } from './steps/bundle.mjs'
import { loadEnvironment } from './steps/environment.mjs'
import { StepFailure } from './steps/failure.mjs'
import { install } from './steps/install.mjs'
import { nodeRelease, oldestNode, productionNode } from './steps/node-release.mjs'
import { root } from './steps/run.mjs'

const folder = path.join(root, 'tests/bench')
const parts = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))

/** Two folders under the root, where programs of tests expect to lie: packages and scripts resolve from there. */
const outdir = path.join(root, '.cache/bench')

async function load(file) {
  const outfile = path.join(outdir, `${path.basename(file, '.ts')}.mjs`)
  await bundle({ entryPoints: [file], outfile })
  return import(pathToFileURL(outfile).href)
}

const args = process.argv.slice(2)
const isWriting = args.includes('--write-docs')
const named = args.filter((word) => word !== '--write-docs')
const unknown = named.filter((word) => !parts.includes(word))
if (unknown.length > 0 || (isWriting && named.length > 0)) {
  console.error(`Name parts of ${parts.join(', ')}, or give --write-docs alone.`)
  process.exit(64)
}

// The JSON alone goes to the standard output; what steps say of themselves goes beside it.
const say = (text) => process.stderr.write(text)
const print = process.stdout.write.bind(process.stdout)
process.stdout.write = say.bind(null)

// What is started under `npm` finds the Node that is measured before any other one.
process.env.PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`

/** The parts, one after the other. One that fails takes no other with it, and is seen in the result. */
async function measure(names) {
  const { machine } = await load(path.join(folder, 'setup/machine.ts'))
  const figures = { machine: machine() }
  for (const part of names) {
    const started = Date.now()
    say(`▸ ${part}\n`)
    const { bench } = await load(path.join(folder, `${part}.ts`))
    figures[part] = await bench().catch((error) => {
      process.exitCode = 1
      return { failed: error.message }
    })
    if (figures[part].failed) say(`✗ ${figures[part].failed}\n`)
    say(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  }
  return figures
}

/** The same in a process of another release of Node. */
async function measureOn(version, names) {
  const node = await nodeRelease(version)
  say(`▸ Node ${version}\n`)
  const child = spawn(node, [path.join(root, 'scripts/bench.mjs'), ...names], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let written = ''
  child.stdout.on('data', (chunk) => {
    written += chunk
  })
  const code = await new Promise((ended) => child.once('close', ended))
  if (code !== 0) process.exitCode = 1
  return JSON.parse(written)
}

/** Bytes and what a browser makes of them are the same on every Node; drivers have a table of their own. */
const independentOfNode = ['pages', 'lighthouse', 'database']

try {
  await install()
  await build(loadEnvironment())
  mkdirSync(outdir, { recursive: true })
  let figures
  if (isWriting) {
    figures = await measureOn(productionNode, parts)
    const oldest = await measureOn(
      oldestNode,
      parts.filter((part) => !independentOfNode.includes(part)),
    )
    const { writeTables } = await load(path.join(folder, 'setup/tables.ts'))
    writeTables(path.join(root, 'docs/PERFORMANCE.md'), { figures, oldest })
    figures = { ...figures, oldest }
  } else {
    figures = await measure(named.length > 0 ? named : parts)
  }
  const json = `${JSON.stringify(figures, null, 2)}\n`
  writeFileSync(path.join(outdir, 'last.json'), json)
  print(json)
} catch (error) {
  say(`✗ ${error instanceof StepFailure ? error.message : error.stack}\n`)
  process.exitCode = 1
}
