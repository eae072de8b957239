/**
 * Run after `npm install` changed the lock file behind a registry mirror.
 *
 * A mirror may lack the builds of a package for other machines. npm then leaves them out of the
 * lock file, and `npm ci` refuses that very file as incomplete. This writes them in, with version
 * and platform and without a checksum, so that the file is good here and on those machines.
 *
 *   node scripts/complete-lock.mjs            write
 *   node scripts/complete-lock.mjs --check    fail when something is missing
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps/run.mjs'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

/** Platform packages say in their names what they are for. */
function platformOf(name) {
  const words = name.split('/').pop().split('-')
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  if (!cpu) throw new Error(`${name} does not say for which machine it is`)
  const isMusl = words.some((word) => word.startsWith('musl'))
  return { cpu: [cpu], ...(os && { os: [os] }), ...(os === 'linux' && { libc: [isMusl ? 'musl' : 'glibc'] }) }
}

const file = path.join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []

/** The folder where Node would find `name` from the package at `from`, as far as the file knows. */
function isResolved(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`])
  }
}

for (const [folder, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (folder === '' || isResolved(folder, name)) continue
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true }
    added.push(name)
  }
}

if (process.argv.includes('--check')) {
  if (added.length > 0)
    console.error(`package-lock.json lacks ${added.join(', ')}. Run: node scripts/complete-lock.mjs`)
  process.exitCode = added.length > 0 ? 1 : 0
} else {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')),
  )
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length > 0 ? `Written in: ${added.join(', ')}` : 'The lock file is complete.')
}
