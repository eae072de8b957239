import { describe, expect, it } from 'vitest'
import { limitConcurrency, loopback, type Render } from './loopback'
import { QueueFullError, Semaphore } from './semaphore'

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
    const finish: Array<() => void> = []
    const render = loopback(async (req, res) => void finish.push(() => res.end(req.url)))
    const urls = Array.from({ length: 50 }, (_, index) => `/${index}`)
    const asked = Promise.all(urls.map((url) => render({ method: 'GET', url, headers: {} })))
    await expect.poll(() => finish.length).toBe(urls.length)
    // The last first.
    for (const answer of finish.reverse()) answer()
    const answers = await asked
    expect(answers.map((answer) => answer.body.toString())).toEqual(urls)
  })

  it('rejects when the handler drops the connection', async () => {
    const render = loopback((req) => void req.socket.destroy())
    await expect(render({ method: 'GET', url: '/', headers: {} })).rejects.toThrow('socket hang up')
  })
})

describe('limitConcurrency', () => {
  const gatedRender = () => {
    const finish: Array<() => void> = []
    const render: Render = () =>
      new Promise((resolve) => finish.push(() => resolve({ status: 200, headers: {}, body: Buffer.alloc(0) })))
    return { render, finish }
  }
  const page = { method: 'GET', url: '/', headers: {} } as const

  it('never renders more at once than allowed, and all of them in the end', async () => {
    const { render, finish } = gatedRender()
    const turns = limitConcurrency(render, new Semaphore({ atOnce: 2, waiting: 10 }))
    const all = Promise.all(Array.from({ length: 5 }, () => turns(page)))
    expect(finish).toHaveLength(2)
    for (let done = 0; done < 5; done += 1) {
      finish[done]?.()
      await new Promise((next) => setImmediate(next))
      expect(finish.length - done - 1).toBeLessThanOrEqual(2)
    }
    expect(await all).toHaveLength(5)
  })

  it('turns away what would wait too long', async () => {
    const { render } = gatedRender()
    const turns = limitConcurrency(render, new Semaphore({ atOnce: 1, waiting: 1 }))
    void turns(page)
    void turns(page)
    await expect(turns(page)).rejects.toThrow(QueueFullError)
  })

  it('lets one address take its share only, and later ones the rest', async () => {
    const { render, finish } = gatedRender()
    const turns = limitConcurrency(render, new Semaphore({ atOnce: 2, waiting: 10, ofOne: 3 }))
    const from = (address: string) => turns({ ...page, headers: { 'x-client-address': address } })
    const first = [from('a'), from('a'), from('a')]
    await expect(from('a')).rejects.toThrow(QueueFullError)
    const other = from('b')
    const nobodys = turns(page)
    for (let done = 0; done < 5; done += 1) {
      finish[done]?.()
      await new Promise((next) => setImmediate(next))
    }
    await Promise.all([...first, other, nobodys])
    const again = from('a')
    finish[5]?.()
    expect((await again).status).toBe(200)
  })

  it('gives the place on when a page fails', async () => {
    const turns = limitConcurrency(() => Promise.reject(new Error('no')), new Semaphore({ atOnce: 1, waiting: 5 }))
    const results = await Promise.allSettled([turns(page), turns(page), turns(page)])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})
