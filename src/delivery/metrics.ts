import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AnsweredRequest } from '@/delivery/request-log'

/** Upper bounds of the time buckets, in seconds. A cached page takes well under the first. */
const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.25, 1, 5]
/** Patterns are few; more would mean that something of a request got into one. */
const MAX_SERIES = 500

/** What of the site is worth watching besides its requests. */
export interface SiteFacts {
  revision: number | null
  isDatabaseAway: boolean
  cachedBytes: number
}

/**
 * Counts of this process in Prometheus's text format, with the usual figures of a Node process
 * under the names that ready-made dashboards know. Labels are patterns and status codes, never
 * anything of a visitor.
 */
export class Metrics {
  private readonly registry = new Registry()
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answered requests by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  })
  /** Finding the labels again at each request would take longer than counting it. */
  private readonly series = new Map<string, { observe(seconds: number): void }>()
  private readonly cachedBytes = this.gauge('site_page_cache_bytes', 'Finished pages in memory.')
  private readonly databaseAway = this.gauge('site_database_away', '1 while the database does not answer.')
  private readonly revision = this.gauge('site_revision', 'Newest revision of public content.')

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  get contentType(): string {
    return this.registry.contentType
  }

  observe({ method, route, status, ms }: AnsweredRequest): void {
    const key = `${method} ${route} ${status}`
    let known = this.series.get(key)
    if (!known) {
      if (this.series.size >= MAX_SERIES) return
      known = this.requests.labels(method, route, String(status))
      this.series.set(key, known)
    }
    known.observe(ms / 1000)
  }

  /** What a scrape is answered with. */
  text({ revision, isDatabaseAway, cachedBytes }: SiteFacts): Promise<string> {
    this.cachedBytes.set(cachedBytes)
    this.databaseAway.set(isDatabaseAway ? 1 : 0)
    if (revision === null) this.revision.remove()
    else this.revision.set(revision)
    return this.registry.metrics()
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] })
  }
}
