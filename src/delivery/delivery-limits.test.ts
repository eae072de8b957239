import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { app, ask, knownAction, posted, submit, withDelivery } from '../../tests/setup/delivery'

withDelivery()

describe('limits', () => {
  const type = { 'content-type': 'multipart/form-data; boundary=b' }

  const withFile = (bytes: number, message = 'typed') => {
    const head = `--b\r\nContent-Disposition: form-data; name="message"\r\n\r\n${message}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`
    const body = Buffer.concat([Buffer.from(head), Buffer.alloc(bytes, 'f'), Buffer.from('\r\n--b--\r\n')])
    return { method: 'POST', headers: { ...type, 'content-length': String(body.byteLength) }, body }
  }

  it('gives a form with too large files back with its words', async () => {
    const answer = await ask('/ar/contact', withFile(20_000_000, 'سؤال طويل'))
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('<textarea name="message">سؤال طويل</textarea>')
    expect(answer.text).toContain('الملفات أكبر من المسموح')
    expect(posted()).toHaveLength(0)
  })

  it('answers in the words of the site when there are no words to give back', async () => {
    const answer = await ask('/ar/contact', {
      method: 'POST',
      headers: { ...type, 'content-length': '20000000' },
      body: Buffer.alloc(20_000_000),
    })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('too large')
    expect(posted()).toHaveLength(0)
  })

  it('stops a body without a declared length at the limit', async () => {
    const answer = await ask('/ar/contact', {
      method: 'POST',
      headers: { ...type, 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(18_000_000),
    })
    expect(answer.status).toBe(413)
    expect(posted()).toHaveLength(0)
  })

  it.each([
    ['/api/users', 'application/json', 1_100_000, 413],
    ['/api/users', 'text/plain', 900_000, 200],
    ['/api/users', 'multipart/form-data; boundary=b', 5_000_000, 413],
    ['/api/media', 'multipart/form-data; boundary=b', 15_900_000, 413],
    ['/api/media', 'application/json', 1_100_000, 413],
  ])('%s as %s with %i bytes is answered %i', async (url, contentType, bytes, status) => {
    const headers = { 'content-type': contentType, 'content-length': String(bytes) }
    expect((await ask(url, { method: 'POST', headers, body: Buffer.alloc(bytes) })).status).toBe(status)
  })

  it('passes a body without a declared length on with one', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    expect((await ask('/api/users', { method: 'POST', headers, body: '{"a":1}' })).status).toBe(200)
    expect(app.seen[0]).toMatchObject({ body: '{"a":1}', headers: { 'content-length': '7' } })
  })

  /** A connection that sends what it is told, and what it was answered. */
  function open(...sent: string[]) {
    const socket = connect(app.port, '127.0.0.1')
    let answered = ''
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      answered += chunk
    })
    for (const text of sent) socket.write(text)
    const ended = new Promise<void>((done) => socket.on('close', () => done()))
    return { socket, ended, answer: () => answered }
  }
  const postHead = (url: string, bytes: number, more = '') =>
    `POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${bytes}\r\n${more}\r\n`

  it('keeps nobody waiting for bodies that are announced and do not come', async () => {
    const silent = ['/ar/contact', '/api/users', '/admin'].flatMap((url) =>
      Array.from({ length: 40 }, () => open(postHead(url, 900_000), '--b\r\n')),
    )
    await expect.poll(() => app.budget.held).toBeGreaterThan(0)
    const started = performance.now()
    const answer = await ask('/ar/contact', withFile(1_000_000, 'please err'))
    expect(performance.now() - started).toBeLessThan(1000)
    expect([answer.status, answer.text.includes('error beside the field')]).toEqual([422, true])
    for (const { socket } of silent) socket.destroy()
    await expect.poll(() => app.budget.held, { timeout: 2000 }).toBe(0)
  })

  it('ends a body that comes too slowly, with the words that came', async () => {
    const started = performance.now()
    const head = '--b\r\nContent-Disposition: form-data; name="message"\r\n\r\nhalf a sen'
    const { answer, ended } = open(postHead('/ar/contact', 900_000), head)
    await ended
    expect(performance.now() - started).toBeLessThan(6000)
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer()).toContain('half a sen</textarea>')
    const api = open(postHead('/api/users', 900_000))
    await api.ended
    expect(api.answer()).toMatch(/^HTTP\/1\.1 408 [\s\S]*"errors"/)
    expect(posted()).toHaveLength(0)
  }, 20_000)

  it('waits for a body that comes slowly but steadily', async () => {
    const { body, headers } = withFile(30_000, 'please err')
    const { socket, answer } = open(postHead('/ar/contact', Number(headers['content-length'])))
    for (let sent = 0; sent < body.byteLength; sent += 3000) {
      socket.write(body.subarray(sent, sent + 3000))
      // Pause: in all three times as long as a body may be silent, at a little more than it must bring.
      await new Promise((next) => setTimeout(next, 500))
    }
    await expect.poll(answer).toContain('error beside the field')
    socket.destroy()
  }, 20_000)

  it('lets one address hold its share only, and gives its next form back with its words', async () => {
    const holding = Array.from({ length: 2 }, () =>
      open(postHead('/ar/contact', 15_000_000), `--b\r\n\r\n${'x'.repeat(9_800_000)}`),
    )
    await expect.poll(() => app.budget.held, { timeout: 5000 }).toBeGreaterThan(19_000_000)
    const same = await ask('/ar/contact', withFile(1_000_000, 'من العنوان نفسه'))
    expect([same.status, same.headers['retry-after']]).toEqual([503, '30'])
    expect(same.text).toContain('<textarea name="message">من العنوان نفسه</textarea>')
    const words = await submit('/ar/contact', { [`$ACTION_ID_${knownAction}`]: '', message: 'without files' })
    expect(words.status).toBe(303)
    const other = withFile(1_000_000, 'please err')
    const answer = await ask('/ar/contact', {
      ...other,
      headers: { ...other.headers, 'x-test-address': '198.51.100.7' },
    })
    expect(answer.text).toContain('error beside the field')
    for (const { socket } of holding) socket.destroy()
    await expect.poll(() => app.budget.held, { timeout: 2000 }).toBe(0)
    expect((await ask('/ar/contact', withFile(1_000_000, 'please err'))).status).toBe(422)
  }, 20_000)

  it.each([
    [
      '/ar/contact',
      300_000,
      422,
      (index: number) => `<textarea name="message">please wait and err ${index}</textarea>`,
    ],
    ['/api/media', 2_000_000, 404, () => '"errors"'],
  ])(
    'works on a share of large bodies of one address, and gives the others back: %s',
    async (url, bytes, status, words) => {
      let open = () => {}
      app.gate = new Promise((opened) => {
        open = opened
      })
      const send = (index: number) => {
        const { body } = withFile(bytes, `please wait and err ${index}`)
        return ask(url, { method: 'POST', headers: type, body })
      }
      // Two are worked on and one waits for its turn, for as long as the application takes.
      const taken = []
      for (const index of [0, 1, 2]) {
        taken.push(send(index))
        await expect.poll(() => app.budget.held, { timeout: 5000 }).toBeGreaterThan((index + 1) * bytes)
      }
      for (const index of [3, 4, 5]) {
        const { status: refused, text } = await send(index)
        expect({ index, refused, text }).toEqual({ index, refused: 503, text: expect.stringContaining(words(index)) })
      }
      open()
      expect((await Promise.all(taken)).map((answer) => answer.status)).toEqual([status, status, status])
      await expect.poll(() => app.budget.held, { timeout: 2000 }).toBe(0)
    },
  )

  it('asks only for bodies that it takes, from a client that asks first', async () => {
    const refused = open(postHead('/ar/contact', 20_000_000, 'Expect: 100-continue\r\n'))
    await refused.ended
    expect(refused.answer()).toMatch(/^HTTP\/1\.1 413 /)
    const { body, headers } = withFile(10, 'please err')
    const taken = open(postHead('/ar/contact', Number(headers['content-length']), 'Expect: 100-continue\r\n'))
    await expect.poll(taken.answer).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    taken.socket.write(body)
    await expect.poll(taken.answer).toContain('error beside the field')
    taken.socket.destroy()
  })

  it('ends a body that comes in crumbs, each of which costs as much work as a packet', async () => {
    const crumbs = '1\r\nx\r\n'.repeat(3000)
    const head =
      'POST /ar/contact HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n'
    const { answer, socket } = open(head, crumbs)
    await expect.poll(answer).toMatch(/^HTTP\/1\.1 408 /)
    socket.destroy()
  })

  it('forgets a body whose client goes away', async () => {
    const { socket } = open(postHead('/ar/contact', 15_000_000), `--b\r\n\r\n${'x'.repeat(9_000_000)}`)
    await expect.poll(() => app.budget.held).toBeGreaterThan(8_000_000)
    socket.destroy()
    await expect.poll(() => app.budget.held, { timeout: 2000 }).toBe(0)
    await expect.poll(() => app.lines.join(), { timeout: 2000 }).toContain('"status":499')
  })

  it('answers requests that are sent one after another without waiting, each with its own', async () => {
    const { body, headers } = withFile(10, 'please err')
    const { answer, socket } = open(
      postHead('/ar/contact', Number(headers['content-length'])) + body.toString(),
      'GET /ar HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    )
    await new Promise((closed) => socket.on('close', closed))
    expect(answer()).toMatch(/error beside the field[\s\S]*home of revision 1/)
  })
})
