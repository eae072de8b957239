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

export interface Metrics {
  contentType: string
  observe(request: AnsweredRequest): void
  /** What a scrape is answered with. */
  text(facts: SiteFacts): Promise<string>
}

/**
 * Counts of this process in Prometheus's text format, with the usual figures of a Node process
 * under the names that ready-made dashboards know. Labels are patterns and status codes, never
 * anything of a visitor. The library is loaded here, because most sites start without it.
 */
export async function openMetrics(): Promise<Metrics> {
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client')
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answered requests by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const cached = new Gauge({ name: 'site_page_cache_bytes', help: 'Finished pages in memory.', registers })
  const away = new Gauge({ name: 'site_database_away', help: '1 while the database does not answer.', registers })
  const newest = new Gauge({ name: 'site_revision', help: 'Newest revision of public content.', registers })
  /** Finding the labels again at each request would take longer than counting it. */
  const series = new Map<string, { observe(seconds: number): void }>()
  return {
    contentType: registry.contentType,
    observe({ method, route, status, ms }) {
      const key = `${method} ${route} ${status}`
      let known = series.get(key)
      if (!known) {
        if (series.size >= MAX_SERIES) return
        known = requests.labels(method, route, String(status))
        series.set(key, known)
      }
      known.observe(ms / 1000)
    },
    text({ revision, isDatabaseAway, cachedBytes }) {
      cached.set(cachedBytes)
      away.set(isDatabaseAway ? 1 : 0)
      if (revision === null) newest.remove()
      else newest.set(revision)
      return registry.metrics()
    },
  }
}
