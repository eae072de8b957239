import { describe, expect, it } from 'vitest'
import { openMetrics } from '@/delivery/metrics'
import { nonEmpty } from '../../tests/setup/non-empty'

const facts = { revision: 7, isDatabaseAway: false, cachedBytes: 1024 }
const answered = { method: 'GET', route: '/[locale]', status: 200, ms: 3 }

describe('metrics', () => {
  it('counts requests into cumulative buckets by pattern', async () => {
    const metrics = await openMetrics()
    metrics.observe(answered)
    metrics.observe({ ...answered, ms: 0.4 })
    metrics.observe({ ...answered, ms: 90_000 })
    const text = await metrics.text(facts)
    const labels = 'method="GET",route="/[locale]",status="200"'
    expect(text).toContain(`http_request_duration_seconds_bucket{le="0.001",${labels}} 1\n`)
    expect(text).toContain(`http_request_duration_seconds_bucket{le="0.005",${labels}} 2\n`)
    expect(text).toContain(`http_request_duration_seconds_bucket{le="5",${labels}} 2\n`)
    expect(text).toContain(`http_request_duration_seconds_bucket{le="+Inf",${labels}} 3\n`)
    expect(text).toContain(`http_request_duration_seconds_count{${labels}} 3\n`)
  })

  it('says every family in the text format, each line a comment or a sample', async () => {
    const metrics = await openMetrics()
    metrics.observe(answered)
    const text = await metrics.text(facts)
    expect(text.endsWith('\n')).toBe(true)
    for (const line of nonEmpty(text.trimEnd().split(/\n+/))) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z0-9_]+ .+|[a-z0-9_]+(\{.+\})? ([0-9.e+-]+|Nan))$/)
    }
    for (const name of [
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
    ]) {
      expect(text).toContain(`\n${name} `)
    }
    expect(text).toContain('site_page_cache_bytes 1024\n')
    expect(text).toContain('site_revision 7\n')
    expect(text).toContain('site_database_away 0\n')
    expect(await metrics.text({ ...facts, revision: null })).not.toMatch(/^site_revision /m)
  })

  it('escapes labels and stops making new ones when there are too many', async () => {
    const metrics = await openMetrics()
    for (let index = 0; index < 2000; index += 1) metrics.observe({ ...answered, route: `/"${index}\n` })
    const text = await metrics.text(facts)
    expect(text).toContain('route="/\\"0\\n"')
    expect(text.match(/^http_request_duration_seconds_count\{/gm)).toHaveLength(500)
  })
})
