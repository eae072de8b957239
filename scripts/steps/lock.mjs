import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/**
 * Does `work` while no other copy does: installing and building write folders that two copies
 * started side by side share. The lock of a process that died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
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
    let holder = Number.NaN
    try {
      holder = Number(readFileSync(file, 'utf8'))
    } catch {
      // Released just now.
    }
    if (holder && !isAlive(holder)) rmSync(file, { force: true })
    if (!isWaiting) process.stdout.write(`  waiting for another copy (process ${holder || 'unknown'})\n`)
    isWaiting = true
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}
