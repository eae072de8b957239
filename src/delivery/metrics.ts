import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { AnsweredRequest } from '@/delivery/request-log'

/** Upper bounds of the time buckets, in seconds. A cached page takes well under the first. */
const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.25, 1, 5]
/** Patterns are few; more would mean that something of a request got into one. */
const MAX_SERIES = 500

interface Series {
  method: string
  route: string
  status: string
  buckets: number[]
  count: number
  seconds: number
}

/** What of the process is worth watching besides its requests. */
export interface ProcessFacts {
  revision: number | null
  isDatabaseAway: boolean
  cachedBytes: number
}

/**
 * Counts of this process in Prometheus's text format 0.0.4. Written by hand: five families need no
 * client library, and a counter on the path of every request should cost next to nothing.
 * Labels are patterns and status classes, never anything of a visitor.
 */
export class Metrics {
  private readonly series = new Map<string, Series>()
  private readonly delay = monitorEventLoopDelay({ resolution: 20 })

  constructor() {
    this.delay.enable()
  }

  observe({ method, route, status, ms }: AnsweredRequest): void {
    const key = `${method} ${route} ${status}`
    let known = this.series.get(key)
    if (!known) {
      if (this.series.size >= MAX_SERIES) return
      known = { method, route, status: String(status), buckets: BUCKETS.map(() => 0), count: 0, seconds: 0 }
      this.series.set(key, known)
    }
    const seconds = ms / 1000
    known.count += 1
    known.seconds += seconds
    for (let index = BUCKETS.length - 1; index >= 0 && seconds <= (BUCKETS[index] ?? 0); index -= 1) {
      known.buckets[index] = (known.buckets[index] ?? 0) + 1
    }
  }

  /** What a scrape is answered with. */
  text({ revision, isDatabaseAway, cachedBytes }: ProcessFacts): string {
    const { rss, heapUsed } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    const families = [
      this.requests(),
      family('process_cpu_seconds_total', 'counter', 'Processor time used.', (user + system) / 1e6),
      family('process_resident_memory_bytes', 'gauge', 'Memory held.', rss),
      family('nodejs_heap_used_bytes', 'gauge', 'Memory used by objects.', heapUsed),
      family('process_uptime_seconds', 'gauge', 'Since the start.', process.uptime()),
      family('nodejs_eventloop_delay_p99_seconds', 'gauge', 'Since the last scrape.', this.delay.percentile(99) / 1e9),
      family('site_page_cache_bytes', 'gauge', 'Finished pages in memory.', cachedBytes),
      family('site_database_away', 'gauge', '1 while the database does not answer.', isDatabaseAway ? 1 : 0),
      ...(revision === null ? [] : [family('site_revision', 'gauge', 'Newest revision of public content.', revision)]),
    ]
    this.delay.reset()
    return families.join('')
  }

  private requests(): string {
    const name = 'http_request_duration_seconds'
    const lines = [`# HELP ${name} Answered requests by route pattern.`, `# TYPE ${name} histogram`]
    for (const { method, route, status, buckets, count, seconds } of this.series.values()) {
      const labels = `method=${quote(method)},route=${quote(route)},status=${quote(status)}`
      for (const [index, bound] of BUCKETS.entries()) {
        lines.push(`${name}_bucket{${labels},le="${bound}"} ${buckets[index]}`)
      }
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`)
      lines.push(`${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`)
    }
    return `${lines.join('\n')}\n`
  }
}

const family = (name: string, type: 'counter' | 'gauge', help: string, value: number): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${Number.isFinite(value) ? value : 0}\n`

/** Label values escape the backslash, the quote and the line feed. */
const quote = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
