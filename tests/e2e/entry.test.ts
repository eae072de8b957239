import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { signIn } from './setup/administrator'
import { anonymousQuestion, formWith, post } from './setup/form'
import { type RunningSite, startSite } from './setup/running-site'

/** What anybody can send to the entry, as bytes on a connection. */

let site: RunningSite
let folder: string
const logFile = () => path.join(folder, 'log')
const sockets = new Set<Socket>()

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-entry-'))
  site = await startSite({ LOG_LEVEL: 'info', MINIMUM_FORM_SECONDS: '0' }, { logFile: logFile() })
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await site.remove()
  rmSync(folder, { recursive: true, force: true })
})

interface Connection {
  socket: Socket
  answer(): string
  ended: Promise<void>
}

function open(...sent: (string | Buffer)[]): Connection {
  const { port } = new URL(site.url)
  const socket = connect({ port: Number(port), host: '127.0.0.1' })
  sockets.add(socket)
  const chunks: Buffer[] = []
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => chunks.push(chunk))
  for (const bytes of sent) socket.write(bytes)
  const ended = new Promise<void>((done) => {
    socket.on('close', () => {
      sockets.delete(socket)
      done()
    })
  })
  return { socket, ended, answer: () => Buffer.concat(chunks).toString() }
}

async function ask(target: string, method = 'GET'): Promise<{ status: number; head: string; body: string }> {
  const { answer, ended } = open(`${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
  await ended
  const [head = '', ...body] = answer().split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: body.join('\r\n\r\n') }
}

/** A page of the site, under whatever address it comes, has the policy and none of the framework's scripts. */
async function expectNoPageWithoutPolicy(target: string): Promise<void> {
  const { status, head, body } = await ask(target)
  expect(status, target).toBeLessThan(500)
  const isPanel = /^(https?:\/\/[^/]*)?\/admin([/?]|$)/i.test(target) && head.includes("frame-ancestors 'self'")
  if (!/content-type: text\/html/i.test(head) || isPanel) return
  expect(head, target).toContain("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'")
  expect(body, target).not.toMatch(/<script(?! type="application\/ld\+json")(?![^>]*src="\/js\/)|__next_f/)
}

describe('addresses', () => {
  it.each([
    '/api/../ar/contact',
    '/api/%2e%2e/ar/contact',
    '/api/.%2E/ar/contact',
    '/admin/%2e%2e/ar/contact',
    '/admin/..%2far/contact',
    '/admin/..%5car/contact',
    '/admin/..\\ar\\contact',
    '/admin/%252e%252e/ar/contact',
    '/admin/x%2f..%2f..%2far',
    '/admin/;/../ar',
    '/admin#/../../ar',
    '/admin?/../../ar',
    '/admin/a%3f/../../ar',
    '/_next/../ar/contact',
    '/_next/static/../../ar/contact',
    '/_next/static/%2e%2e/%2e%2e/ar',
    '/_next/ar/contact',
    '/_next/data/build/ar/contact.json',
    '/_next/image?url=%2Far&w=64&q=75',
    '/_next',
    '/api',
    '/api/./../ar',
    '//ar/contact',
    '/ar//contact',
    '/ar/./contact',
    '/AR/contact/',
    '/ar/contact.rsc',
    '/ar/contact.txt',
    '/ar/contact?_rsc=1',
    '/ar/contact;jsessionid=1',
    '/ar/contact%00',
    '/ar/contact%0d%0aX: y',
    '/ar/%c0%ae%c0%ae/api',
    '/media/../ar/contact',
    '/media/%2e%2e/ar/contact',
    '/media/..%2f..%2far',
    '/admin-files/../ar/contact',
    'http://evil.example/ar/contact',
    'http://evil.example/api/../ar/contact',
    'http://evil.example//ar',
    '*',
  ])('never shows a page without its policy: %s', (target) => expectNoPageWithoutPolicy(target))

  it('never shows one at any address made of their pieces', async () => {
    const piece = fc.constantFrom(
      'ar',
      'contact',
      'admin',
      'api',
      '_next',
      'media',
      '..',
      '.',
      '%2e%2e',
      '%2F',
      '%5C',
      ';',
    )
    const targets = fc.array(fc.tuple(fc.constantFrom('/', '//', '/./'), piece), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(targets, (pieces) => expectNoPageWithoutPolicy(pieces.flat().join(''))),
      { numRuns: 150 },
    )
  }, 120_000)

  it.each(['TRACE', 'PROPFIND', 'PURGE'])('have no %s', async (method) => {
    for (const target of ['/ar', '/admin', '/api/policies', '/challenge']) {
      expect([target, (await ask(target, method)).status]).toEqual([target, 405])
    }
  })
})

const head = (url: string, bytes: number) =>
  `POST ${url} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${bytes}\r\n\r\n`

async function sendWithFile(words: string): Promise<{ status: number; milliseconds: number }> {
  const page = `${site.url}/ar/contact`
  const form = formWith(await (await fetch(page)).text(), 'message', page)
  const file = new File([Buffer.alloc(400_000, '%PDF-1.7\n')], 'file.pdf')
  const started = performance.now()
  const { status } = await post(form, { ...anonymousQuestion(words), attachments: file })
  return { status, milliseconds: performance.now() - started }
}

describe('bodies that do not come', () => {
  it('keep nobody waiting, and end', async () => {
    await sendWithFile('قبلها')
    const silent = Array.from({ length: 200 }, (_, index) =>
      open(head(['/ar/contact', '/en/track', '/ar/evaluate', '/api/users/login', '/admin'][index % 5] ?? '', 300_000)),
    )
    const started = performance.now()
    const { status, milliseconds } = await sendWithFile('بينها')
    expect(status).toBe(303)
    expect(milliseconds).toBeLessThan(1000)
    await Promise.all(silent.map(({ ended }) => ended))
    expect(performance.now() - started).toBeLessThan(45_000)
    for (const { answer } of nonEmpty(silent)) expect(answer()).toMatch(/^HTTP\/1\.1 408 /)
  }, 60_000)

  it('leave what was typed, when their files were too large', async () => {
    const page = `${site.url}/en/contact`
    const form = formWith(await (await fetch(page)).text(), 'message', page)
    const file = new File([Buffer.alloc(20_000_000)], 'photo.jpg')
    const answer = await post(form, { ...anonymousQuestion('words of a form'), attachments: file })
    expect(answer.status).toBe(413)
    const text = await answer.text()
    expect(text).toContain('Error: the files are too large')
    expect(text).toContain('words of a form: متى تبدأ الدورة القادمة؟</textarea>')
  })
})

describe('the panel’s server functions', () => {
  /** Of the build that runs: what a page of the panel names in its scripts. */
  const actions = () => {
    const file = path.join('.next', 'server', 'server-reference-manifest.json')
    const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, { filename?: string }> }
    return Object.entries(node)
  }
  const layoutAction = () => actions().find(([, { filename }]) => filename?.includes('(payload)/layout'))?.[0] ?? ''

  async function call(action: string, body: string, cookie = ''): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${site.url}/admin`, {
      method: 'POST',
      headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8', origin: site.url, cookie },
      body,
    })
    return { status: answer.status, text: await answer.text() }
  }
  const inherited = Object.getOwnPropertyNames(Object.prototype)

  it('know no inherited name, with or without a session, and say nothing back', async () => {
    const cookie = await signIn(site.url)
    const known = await call(
      layoutAction(),
      JSON.stringify([
        {
          name: 'form-state',
          args: { collectionSlug: 'departments', schemaPath: 'departments', operation: 'create', data: {} },
        },
      ]),
      cookie,
    )
    expect(known.status, 'the panel itself can call').toBe(200)
    expect(known.text).not.toContain('"errors":[{')
    for (const name of [...inherited, 'nothing', 'schedule-publish']) {
      for (const session of ['', cookie]) {
        const { status, text } = await call(
          layoutAction(),
          JSON.stringify([{ name, args: { canary: 'typed-canary' } }]),
          session,
        )
        expect([name, status, text.length < 1000]).toEqual([name, 200, true])
        expect(text).not.toMatch(/typed-canary|payload-token|user-agent|127\.0\.0\.1/)
      }
    }
  })

  it('are for staff: nobody else is told more than that', async () => {
    for (const name of ['form-state', 'render-list', 'table-state', 'render-document', 'copy-data-from-locale']) {
      const { status, text } = await call(layoutAction(), JSON.stringify([{ name, args: { collectionSlug: 'users' } }]))
      expect([name, status, text.length < 1000]).toEqual([name, 200, true])
    }
  })

  it('have no failure of their own for what nobody can read', async () => {
    for (const [action] of nonEmpty(actions())) {
      for (const body of ['x', '{}', '[{},{},{}]', '["$F1"]', '[null]', '[[],"constructor",{"then":1},"$K1"]']) {
        expect([action, body, (await call(action, body)).status < 500]).toEqual([action, body, true])
      }
    }
  })
})

describe('the log', () => {
  it('has no line over 2 KB, whatever was sent', async () => {
    // Before it stands what `prepare` says to the person who starts it.
    const lines = () =>
      readFileSync(logFile(), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
    const before = lines().length
    const huge = 'ا'.repeat(4000)
    await fetch(`${site.url}/api/users/login?x=${'y'.repeat(9000)}`, { method: 'POST', body: huge })
    await fetch(`${site.url}/api/policies?where[${'z'.repeat(5000)}][equals]=1&sort=${'q'.repeat(3000)}`)
    await expect.poll(() => lines().length).toBeGreaterThanOrEqual(before + 2)
    for (const line of nonEmpty(lines())) {
      expect(Buffer.byteLength(line)).toBeLessThan(2048)
      expect(() => JSON.parse(line)).not.toThrow()
    }
  })
})
