import { createServer, type Server } from 'node:http'
import type { Metrics, SiteFacts } from '@/delivery/metrics'
import { logger } from '@/platform/logger'

/** Answers `GET /metrics`, on a port of its own, so that no proxy in front of the site can pass it on by mistake. */
export function metricsServer(metrics: Pick<Metrics, 'contentType' | 'text'>, facts: () => SiteFacts): Server {
  return createServer(async (req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') {
      res.writeHead(404).end()
      return
    }
    try {
      const text = await metrics.text(facts())
      res.writeHead(200, { 'Content-Type': metrics.contentType }).end(text)
    } catch (error) {
      logger.error({ err: error }, 'metrics could not be collected')
      res.writeHead(500).end()
    }
  })
}
