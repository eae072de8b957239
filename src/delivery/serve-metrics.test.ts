import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { metricsServer } from '@/delivery/serve-metrics'
import { logger } from '@/platform/logger'

const facts = { revision: 7, isDatabaseAway: false, cachedBytes: 1024 }

async function ask(text: () => Promise<string>, { path = '/metrics', method = 'GET' } = {}) {
  const server = metricsServer({ contentType: 'text/plain; version=0.0.4', text }, () => facts)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { connection: 'close' } })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  } finally {
    server.close()
  }
}

describe('the server of metrics', () => {
  afterEach(() => vi.restoreAllMocks())

  it('answers a scrape with the text of now', async () => {
    const text = vi.fn(async () => 'site_revision 7\n')
    expect(await ask(text)).toEqual({ status: 200, type: 'text/plain; version=0.0.4', text: 'site_revision 7\n' })
    expect(text).toHaveBeenCalledWith(facts)
  })

  it.each([{ path: '/' }, { method: 'POST' }])('answers nothing else: %j', async (request) => {
    expect((await ask(async () => 'x', request)).status).toBe(404)
  })

  it('logs figures that can’t be collected and answers 500', async () => {
    const log = vi.spyOn(logger, 'error').mockImplementation(() => {})
    const error = new Error('no figures')
    expect(await ask(() => Promise.reject(error))).toEqual({ status: 500, type: null, text: '' })
    expect(log).toHaveBeenCalledWith({ err: error }, expect.any(String))
  })
})
