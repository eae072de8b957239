import { execFileSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import path from 'node:path'

/** Where a program lies, or null when this machine doesn't have it. Servers lie in /usr/sbin, which users' paths lack. */
export function findProgram(name: string): string | null {
  for (const folder of [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']) {
    const file = path.join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // Not there.
    }
  }
  return null
}

/** What runs on the first core, and what on the second; together where there is but one, or no way to say. */
export const serverCore = pinnedTo(0)
export const loadCore = pinnedTo(1)

function pinnedTo(core: number): readonly string[] {
  const taskset = findProgram('taskset')
  return taskset && availableParallelism() > 1 ? [taskset, '-c', String(core)] : []
}

export const isPinned = serverCore.length > 0

/** What the figures were taken on. */
export function machine() {
  const git = (...args: string[]) => {
    try {
      return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {
      return null
    }
  }
  return {
    takenAt: new Date().toISOString(),
    commit: git('rev-parse', '--short', 'HEAD'),
    isTreeClean: git('status', '--porcelain') === '',
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    /** Of the last minute, before the first measurement: over a third of a core, others were at work too. */
    loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    isPinned,
  }
}

/** Of a process, from Linux's /proc; null elsewhere. */
export function processFacts(pid: number): { residentMb: number; peakMb: number; cpuSeconds: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const megabytes = (name: string) =>
      Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024)
    // After the program's name, which may hold spaces: the 12th and 13th fields are ticks of a hundredth of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return {
      residentMb: megabytes('VmRSS'),
      peakMb: megabytes('VmHWM'),
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100,
    }
  } catch {
    return null
  }
}
