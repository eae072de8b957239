import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

export interface Worker {
  lines: string[]
  child: ChildProcess
  /** Resolves with the exit code, or null after a signal. */
  ended: Promise<number | null>
}

/** Bundles tests/setup/worker.ts; Node 20 can't run TypeScript. @returns the program */
export async function buildWorker(name: string): Promise<string> {
  const folder = path.resolve('.cache/workers')
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, `${name}.mjs`)
  await build({
    entryPoints: ['tests/setup/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    format: 'esm',
    packages: 'external',
    alias: { '@payload-config': path.resolve('payload.config.ts') },
    logLevel: 'warning',
  })
  return outfile
}

/** Starts a process on the database of this test. */
export function startWorker(program: string, ...args: string[]): Worker {
  const child = spawn(process.execPath, ['--no-deprecation', '--conditions=production', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.on('data', (chunk) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  return { lines, child, ended: new Promise((resolve) => child.once('close', (code) => resolve(code))) }
}
