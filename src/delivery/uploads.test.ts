import fs from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { headerSets } from '@/delivery/headers'
import { sendUpload } from '@/delivery/uploads'

const text = '0123456789'
let directory: string
let server: Server
let logged: Array<number | null>

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'uploads-'))
  await writeFile(path.join(directory, 'report.pdf'), text)
  await writeFile(path.join(directory, 'تقرير.pdf'), text)
  await writeFile(path.join(directory, 'empty.pdf'), '')
  await mkdir(path.join(directory, 'folder.pdf'))
  await symlink('/dev/null', path.join(directory, 'device.pdf'))
  const { upload } = headerSets('https://example.org')
  server = createServer(async (req, res) => {
    res.setHeader('X-Request', '1')
    const encodedName = (req.url ?? '').slice(1)
    const status = await sendUpload(req, res, { directory, encodedName, headers: upload })
    logged.push(status)
    if (status === null) res.writeHead(404).end('no such page')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  server.close()
  await rm(directory, { recursive: true })
})

async function ask(headers: Record<string, string> = {}, url = '/report.pdf', method = 'GET') {
  logged = []
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
    method,
    headers: { connection: 'close', 'cache-control': 'max-age=0', ...headers },
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

describe('an upload', () => {
  it('is sent whole where no range is asked for, and says that ranges are taken', async () => {
    const answer = await ask()
    expect([answer.status, answer.text, logged]).toEqual([200, text, [200]])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-disposition': expect.stringMatching(/^inline; filename="report\.pdf";/),
      'content-length': '10',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'application/pdf',
      etag: expect.stringMatching(/^"[0-9a-z]+-[0-9a-z]+"$/),
      'x-content-type-options': 'nosniff',
    })
  })

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-100', text, 'bytes 0-9/10'],
  ])('is sent in part for %s', async (range, part, contentRange) => {
    const answer = await ask({ range })
    expect([answer.status, answer.text, logged]).toEqual([206, part, [206]])
    expect(answer.headers.get('content-range')).toBe(contentRange)
    expect(answer.headers.get('content-length')).toBe(String(part.length))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('refuses a range behind its end, and says how long it is', async () => {
    const answer = await ask({ range: 'bytes=10-' })
    expect([answer.status, answer.text, logged]).toEqual([416, '', [416]])
    expect(answer.headers.get('content-range')).toBe('bytes */10')
    expect(answer.headers.get('content-type')).toBeNull()
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['several ranges', 'bytes=0-1,4-5'],
    ['overlapping ranges', 'bytes=0-4,3-7'],
    ['an invalid range', 'bytes=5-2'],
    ['another unit', 'lines=0-1'],
  ])('is sent whole for %s', async (_what, range) => {
    const answer = await ask({ range })
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([200, text, null])
  })

  it('has no range where it is empty', async () => {
    const refused = await ask({ range: 'bytes=0-' }, '/empty.pdf')
    expect([refused.status, refused.headers.get('content-range')]).toEqual([416, 'bytes */0'])
    for (const range of ['bytes=-5', 'bytes=5-2']) {
      const whole = await ask({ range }, '/empty.pdf')
      expect([whole.status, whole.text, whole.headers.get('content-range')]).toEqual([200, '', null])
    }
  })

  it('goes on with a download only while the file is the same', async () => {
    const etag = String((await ask()).headers.get('etag'))
    const same = await ask({ range: 'bytes=5-', 'if-range': etag })
    expect([same.status, same.text]).toEqual([206, '56789'])
    const other = await ask({ range: 'bytes=5-', 'if-range': '"another"' })
    expect([other.status, other.text]).toEqual([200, text])
    const weak = await ask({ range: 'bytes=5-', 'if-range': `W/${etag}` })
    expect([weak.status, weak.text]).toEqual([200, text])
    const dated = await ask({ range: 'bytes=5-', 'if-range': new Date(0).toUTCString() })
    expect([dated.status, dated.text]).toEqual([200, text])
    await utimes(path.join(directory, 'report.pdf'), 1_000_000, 1_000_000)
    const replaced = await ask({ range: 'bytes=5-', 'if-range': etag })
    expect([replaced.status, replaced.text]).toEqual([200, text])
  })

  it('is not sent again to a browser that has it', async () => {
    const etag = String((await ask()).headers.get('etag'))
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const answer = await ask({ 'if-none-match': known, 'cache-control': 'no-cache', range: 'bytes=0-3' })
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etag])
      for (const header of ['accept-ranges', 'content-disposition', 'content-type', 'content-range']) {
        expect(answer.headers.get(header)).toBeNull()
      }
    }
    for (const other of ['"another"', '*']) {
      expect((await ask({ 'if-none-match': other })).status).toBe(200)
    }
  })

  it('is not sent to who expects another, compared strongly', async () => {
    const etag = String((await ask()).headers.get('etag'))
    for (const same of [etag, `"x", ${etag}`, '*']) expect((await ask({ 'if-match': same })).status).toBe(200)
    for (const other of ['"another"', `W/${etag}`]) {
      const answer = await ask({ 'if-match': other })
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([412, null])
    }
  })

  it.each(['if-unmodified-since', 'if-modified-since'])('has no date for %s to compare', async (header) => {
    for (const date of [new Date(0), new Date()]) {
      const answer = await ask({ [header]: date.toUTCString() })
      expect([answer.status, answer.text]).toEqual([200, text])
    }
  })

  it.each([undefined, 'bytes=0-3', 'bytes=10-'])(
    'has its headers alone for HEAD, whatever the range: %s',
    async (range) => {
      const answer = await ask(range ? { range } : {}, '/report.pdf', 'HEAD')
      expect([answer.status, answer.text, answer.headers.get('content-length')]).toEqual([200, '', '10'])
      expect([answer.headers.get('accept-ranges'), answer.headers.get('content-range')]).toEqual(['bytes', null])
    },
  )

  it.each(['ENOENT', 'EACCES', 'EIO'])('leaves no header on the page that says it is not there: %s', async (code) => {
    vi.spyOn(fs, 'createReadStream').mockImplementationOnce(() => {
      const unreadable = new Readable({ read: () => void unreadable.destroy(Object.assign(new Error(code), { code })) })
      return unreadable as fs.ReadStream
    })
    const answer = await ask({ range: 'bytes=0-3' })
    expect([answer.status, answer.text, logged]).toEqual([404, 'no such page', [null]])
    expect([...answer.headers.keys()].sort()).toEqual(['connection', 'date', 'transfer-encoding', 'x-request'])
  })

  it('has a name in any script', async () => {
    const answer = await ask({}, `/${encodeURIComponent('تقرير.pdf')}`)
    expect(answer.text).toBe(text)
  })

  it.each(['/missing.pdf', '/folder.pdf', '/device.pdf', '/..%2Freport.pdf', '/.env', '/a%00b', '/%E0', '/'])(
    'is none at %s',
    async (url) => {
      expect((await ask({}, url)).status).toBe(404)
      expect(logged).toEqual([null])
    },
  )
})
