import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { bundle as bundleProgram } from '../../scripts/steps/bundle.mjs'

export interface Worker {
  lines: string[]
  child: ChildProcess
  /** Resolves with the exit code, or null after a signal. */
  ended: Promise<number | null>
}

/**
 * Bundles a program as the build does; Node 20 can't run TypeScript.
 * @param name of the file in .cache/workers; another one for each vitest project that uses it
 * @param alias imports to replace, for example the migrations by those of a version to come
 * @returns the program
 */
export async function bundle(entry: string, name: string, alias: Record<string, string> = {}): Promise<string> {
  const folder = path.resolve('.cache/workers')
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, `${name}.mjs`)
  const replaced = Object.entries(alias).map(([from, to]) => [from, path.resolve(to)])
  await bundleProgram({ entryPoints: [entry], outfile, alias: Object.fromEntries(replaced) })
  return outfile
}

/** Starts a process on the database of this test, or of `environment`. */
export function startWorker(
  program: string,
  args: readonly string[],
  environment: Record<string, string | undefined> = process.env,
): Worker {
  const child = spawn(process.execPath, ['--no-deprecation', '--conditions=production', program, ...args], {
    env: { ...environment, NODE_ENV: 'test' },
    stdio: ['pipe', 'pipe', 'inherit'],
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
