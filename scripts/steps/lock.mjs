import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import path from 'node:path'
import { root } from './run.mjs'

const POLL_MILLISECONDS = 500

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The processes that a lock names: the one that took it and the programs that work for it. */
function holdersOf(file) {
  try {
    // After a restart of the machine its numbers are other processes'.
    if (statSync(file).mtimeMs < Date.now() - uptime() * 1000) return []
    const text = readFileSync(file, 'utf8')
    // Empty: another copy is writing its number just now.
    return text === '' ? [process.pid] : text.split('\n').map(Number).filter(isAlive)
  } catch {
    return []
  }
}

/**
 * Does `work` while no other copy does: installing and building write folders that two copies
 * started side by side share. The lock of a process that died is taken over, but not while a
 * program that it started still writes.
 * @template T
 * @param {string} name
 * @param {(hold: (pid: number) => void) => Promise<T>} work is told how to name such a program
 * @returns {Promise<T>}
 */
export async function exclusively(name, work) {
  const file = path.join(root, '.cache', `${name}.lock`)
  mkdirSync(path.dirname(file), { recursive: true })
  let isWaiting = false
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holders = holdersOf(file)
    if (holders.length === 0) {
      rmSync(file, { force: true })
      continue
    }
    if (!isWaiting) process.stdout.write(`  waiting for another copy (process ${holders.join(', ')})\n`)
    isWaiting = true
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work((pid) => writeFileSync(file, `${process.pid}\n${pid}`))
  } finally {
    release()
    process.off('exit', release)
  }
}
