import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const KEPT_CHARACTERS = 20_000

/**
 * Runs a program to its end. With `isQuiet` its output is kept instead of shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, isQuiet?: boolean, onStart?: (pid: number) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} output is the end of both streams
 */
export function run(command, args, { env = process.env, isQuiet = false, onStart } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    if (child.pid) onStart?.(child.pid)
    let output = ''
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', (chunk) => {
        output = (output + chunk).slice(-KEPT_CHARACTERS)
        if (!isQuiet) to.write(chunk)
      })
    }
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130)
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * Shows what is going on and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now()
  process.stdout.write(`▸ ${title}\n`)
  const result = await work()
  process.stdout.write(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  return result
}

/**
 * What every program of ours runs with. Lexical is unreliable under Node without the condition. Young
 * garbage is collected by one thread, in small portions: helpers fight the server for the cores of a
 * small machine. Old garbage is collected when the heap has grown by two fifths rather than when V8
 * finds it worth the while: a third less memory (docs/PERFORMANCE.md).
 */
export const nodeFlags = [
  '--no-deprecation',
  '--conditions=production',
  '--no-parallel-scavenge',
  '--max-semi-space-size=8',
  '--heap-growing-percent=40',
]
