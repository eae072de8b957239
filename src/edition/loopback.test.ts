import { describe, expect, it } from 'vitest'
import { loopback } from './loopback'

describe('loopback', () => {
  it('carries headers, status and repeated headers', async () => {
    const render = loopback((req, res) => {
      res.writeHead(303, { location: `/to?host=${req.headers.host}`, 'set-cookie': ['a=1', 'b=2'] }).end()
    })
    const answer = await render({ method: 'GET', url: '/x', headers: { host: 'site.example' } })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/to?host=site.example')
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2'])
  })

  it('carries a body of many megabytes both ways unharmed', async () => {
    const render = loopback(async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      res.end(Buffer.concat(chunks).reverse())
    })
    const body = Buffer.alloc(12_000_000, Buffer.from('0123456789'))
    const answer = await render({ method: 'POST', url: '/', headers: {}, body })
    expect(answer.body.equals(Buffer.from(body).reverse())).toBe(true)
  })

  it('answers many requests at once, each with its own', async () => {
    const render = loopback(async (req, res) => {
      await new Promise((done) => setTimeout(done, Math.random() * 5))
      res.end(req.url)
    })
    const urls = Array.from({ length: 50 }, (_, index) => `/${index}`)
    const answers = await Promise.all(urls.map((url) => render({ method: 'GET', url, headers: {} })))
    expect(answers.map((answer) => answer.body.toString())).toEqual(urls)
  })

  it('rejects when the handler drops the connection', async () => {
    const render = loopback((req) => void req.socket.destroy())
    await expect(render({ method: 'GET', url: '/', headers: {} })).rejects.toThrow()
  })
})
