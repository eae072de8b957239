import { spawn } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'
import { findProgram, loadCore, processFacts } from './machine'
import { median, rounded } from './statistics'

const reportShape = z.object({
  requests: z.number(),
  seconds: z.number(),
  bytes: z.number(),
  failed: z.number(),
  p50: z.number(),
  p99: z.number(),
})

export interface Load {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  failed: number
  /** Of an answer on the wire, headers included. */
  bytesPerAnswer: number
  /** Of the server's process, user and system; null where the system doesn't say. */
  cpuMicrosecondsPerRequest: number | null
}

export const loadGenerator = findProgram('wrk')

/** Asks for one address over and over, on the other core, from as many connections. */
export async function load(
  url: string,
  { connections, seconds, pid }: { connections: number; seconds: number; pid: number },
): Promise<Load> {
  if (!loadGenerator) throw new Error('wrk is not installed.')
  const [command = loadGenerator, ...args] = [
    ...loadCore,
    loadGenerator,
    ...['-t1', `-c${connections}`, `-d${seconds}s`, '-H', 'Accept-Encoding: br, gzip', '--latency'],
    ...['-s', path.resolve('tests/bench/setup/report.lua'), url],
  ]
  const before = processFacts(pid)?.cpuSeconds
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  await new Promise((ended) => child.once('close', ended))
  const after = processFacts(pid)?.cpuSeconds
  const report = reportShape.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''))
  return {
    requestsPerSecond: Math.round(report.requests / report.seconds),
    p50Ms: rounded(report.p50 / 1000, 2),
    p99Ms: rounded(report.p99 / 1000, 2),
    failed: report.failed,
    bytesPerAnswer: Math.round(report.bytes / report.requests),
    cpuMicrosecondsPerRequest:
      before === undefined || after === undefined ? null : rounded(((after - before) * 1e6) / report.requests, 1),
  }
}

/** The round of the middle speed: one disturbed by something else on the machine decides nothing. */
export function middleRound(rounds: readonly Load[]): Load {
  const speed = median(rounds.map(({ requestsPerSecond }) => requestsPerSecond))
  const found = rounds.find(({ requestsPerSecond }) => requestsPerSecond === speed)
  if (!found) throw new Error('There was no round.')
  return found
}
