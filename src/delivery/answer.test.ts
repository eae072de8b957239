import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nonEmpty } from '../../tests/setup/non-empty'
import { type Answer, compress, preferredEncoding, prepareAnswer, sendAnswer } from './answer'

const html = Buffer.from(`<p>${'السياسة '.repeat(400)}</p>`)
let answer: Answer
let server: Server

beforeAll(async () => {
  const type = 'text/html; charset=utf-8'
  answer = prepareAnswer(
    { status: 200, contentType: type, body: html, headers: [['Cache-Control', 'public, max-age=0, must-revalidate']] },
    await compress(html, type, 9),
  )
  server = createServer((req, res) => void sendAnswer(req, res, answer))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterAll(() => new Promise((done) => server.close(done)))

function ask(headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ port, host: '127.0.0.1', method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}

describe('preferredEncoding', () => {
  it.each([
    [undefined, 'plain'],
    ['', 'plain'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', 'plain'],
    ['zstd', 'plain'],
  ])('%s → %s', (header, expected) => {
    expect(preferredEncoding(header)).toBe(expected)
  })
})

describe('sendAnswer', () => {
  it('sends the same text in each encoding, and says that it varies', async () => {
    const plain = await ask({})
    const br = await ask({ 'accept-encoding': 'br' })
    const gzip = await ask({ 'accept-encoding': 'gzip' })
    expect(plain.body.equals(html)).toBe(true)
    expect(brotliDecompressSync(br.body).equals(html)).toBe(true)
    expect(gunzipSync(gzip.body).equals(html)).toBe(true)
    expect([plain, br, gzip].map(({ headers }) => headers.vary)).toEqual(Array(3).fill('Accept-Encoding'))
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
    expect(Number(br.headers['content-length'])).toBe(br.body.byteLength)
  })

  it('gives each encoding a strong tag of its own', async () => {
    const tags = await Promise.all(['identity', 'br', 'gzip'].map((encoding) => ask({ 'accept-encoding': encoding })))
    const etags = tags.map(({ headers }) => headers.etag)
    expect(new Set(etags).size).toBe(3)
    for (const etag of nonEmpty(etags)) expect(etag).toMatch(/^"[\w-]{27}"$/)
  })

  it.each([
    ['its own tag', (etag: string) => etag],
    ['a weakened tag, as a proxy sends it', (etag: string) => `W/${etag}`],
    ['one of several', (etag: string) => `"other", ${etag}`],
    ['any', () => '*'],
  ])('answers 304 without a body to %s', async (_, given) => {
    const { headers } = await ask({ 'accept-encoding': 'br' })
    const again = await ask({ 'accept-encoding': 'br', 'if-none-match': given(String(headers.etag)) })
    expect(again.status).toBe(304)
    expect(again.body.byteLength).toBe(0)
    expect(again.headers.etag).toBe(headers.etag)
    expect(again.headers['content-length']).toBeUndefined()
  })

  it('answers in full to a tag of another text', async () => {
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await ask({ 'accept-encoding': 'br' })
    const head = await ask({ 'accept-encoding': 'br' }, 'HEAD')
    expect(head.body.byteLength).toBe(0)
    for (const name of ['etag', 'content-length', 'content-type', 'content-encoding', 'cache-control']) {
      expect(head.headers[name]).toBe(get.headers[name])
    }
  })
})

describe('compress', () => {
  it.each([
    ['a picture', Buffer.alloc(9000), 'image/png'],
    ['a few bytes', Buffer.from('{"status":"ok"}'), 'application/json'],
  ])('leaves %s alone', async (_, body, type) => {
    expect(await compress(body, type, 9)).toEqual({ br: null, gzip: null })
  })
})
