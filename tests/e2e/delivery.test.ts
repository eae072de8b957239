import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFlags } from '../../scripts/steps/run.mjs'
import { nonEmpty } from '../setup/non-empty'
import { isAnswered, until } from '../setup/until'
import { launchBrowser } from './setup/browser-process'
import { countingProxy } from './setup/counting-proxy'
import { administrator, freePort, type RunningSite, startSite } from './setup/running-site'
import { publicAddresses, raw } from './setup/wire'

let site: RunningSite
let addresses: string[]
const others: ChildProcess[] = []
const folders: string[] = []

const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), 'creative-mom-delivery-'))
  folders.push(made)
  return made
}

const databaseFile = () => path.join(site.dataDir, 'database.sqlite')

const pageText = async (address: string, base = site.url) => (await fetch(new URL(address, base))).text()

/** As an editor does: over the panel's own API of the running site. */
async function setRegistrationNumber(registrationNumber: string): Promise<void> {
  const signIn = await fetch(`${site.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  })
  const { token } = (await signIn.json()) as { token: string }
  const saved = await fetch(`${site.url}/api/globals/association`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
    body: JSON.stringify({ registrationNumber }),
  })
  expect(saved.status, await saved.text()).toBe(200)
}

/** A second process on the same database, with a page cache of its own. */
async function startSecond(): Promise<string> {
  const port = await freePort()
  const env = {
    ...site.environment,
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    DATA_DIR: folder(),
    DATABASE_URL: `file:${databaseFile()}`,
  }
  const child = spawn(process.execPath, [...nodeFlags, 'dist/server.mjs'], { env, stdio: 'ignore' })
  others.push(child)
  const url = `http://127.0.0.1:${port}`
  await until('the second process to be ready', () => isAnswered(`${url}/readyz`))
  return url
}

beforeAll(async () => {
  site = await startSite({ LOG_LEVEL: 'info', MINIMUM_FORM_SECONDS: '0' })
  addresses = await publicAddresses(site.url)
})
afterAll(async () => {
  for (const child of others) child.kill('SIGKILL')
  await site.remove()
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

describe('every public page', () => {
  it('is in the sitemap in both languages', () => {
    expect(addresses).toEqual(expect.arrayContaining(['/ar', '/en', '/ar/policies', '/en/services', '/ar/contact']))
    expect(addresses.filter((address) => address.startsWith('/ar')).length).toBe(addresses.length / 2)
  })

  it('has 0 bytes of framework script, no inline script or style, and a policy that would refuse them', async () => {
    for (const address of [...addresses, '/ar/track', '/en/no-such-page']) {
      const { headers, body } = await raw(site.url, address)
      const text = body.toString()
      const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
      const foreign = scripts.filter((attributes) => !/type="application\/ld\+json"|src="\/js\//.test(attributes))
      expect({ address, foreign }).toEqual({ address, foreign: [] })
      expect(text, address).not.toMatch(/\sstyle="|<style|\son[a-z]+="|\/_next\/static\/[^"]*\.js|__next/)
      expect(headers['content-security-policy'], address).toContain("script-src 'self'; style-src 'self'")
      expect(headers['content-security-policy'], address).not.toContain('unsafe')
      expect(headers['x-powered-by'], address).toBeUndefined()
    }
    expect(site.log()).not.toContain('inline styles were dropped')
  })

  it('comes in brotli and gzip, with strong tags, 304 and HEAD', async () => {
    for (const address of ['/ar', '/en/policies', '/ar/policies/beneficiary-relations']) {
      // A copy of a fresh revision is compressed again once it has settled: of one copy everything agrees.
      const seen = async () => {
        const br = await raw(site.url, address, { 'accept-encoding': 'br' })
        const gzip = await raw(site.url, address, { 'accept-encoding': 'gzip' })
        const plain = await raw(site.url, address)
        const known = await raw(site.url, address, {
          'accept-encoding': 'br',
          'if-none-match': String(br.headers.etag),
        })
        const head = await raw(site.url, address, { 'accept-encoding': 'br' }, 'HEAD')
        return {
          isOneText: [brotliDecompressSync(br.body), gunzipSync(gzip.body)].every((body) => body.equals(plain.body)),
          hasStrongTag: /^"[\w-]+"$/.test(String(br.headers.etag)),
          vary: br.headers.vary,
          known: [known.status, known.body.byteLength],
          head: [head.body.byteLength, head.headers['content-length'] === String(br.body.byteLength)],
        }
      }
      await expect.poll(seen, { timeout: 10_000 }).toEqual({
        isOneText: true,
        hasStrongTag: true,
        vary: 'Accept-Encoding',
        known: [304, 0],
        head: [0, true],
      })
    }
  })

  it('costs a new visitor at most 6 requests and 90 KB', async () => {
    const wire = await countingProxy(site.url)
    const browser = await launchBrowser()
    const service = addresses.find((address) => address.startsWith('/ar/services/'))
    try {
      for (const address of [
        '/ar',
        '/ar/policies/beneficiary-relations',
        String(service),
        '/ar/contact',
        '/ar/evaluate',
      ]) {
        const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
        const page = await context.newPage()
        await page.goto(wire.url + address)
        await wire.quiet()
        const { requests, bytes } = wire.take()
        await context.close()
        expect(requests.length, requests.join(' ')).toBeLessThanOrEqual(6)
        expect(bytes, address).toBeLessThanOrEqual(90_000)
      }
    } finally {
      await browser.close()
      wire.close()
    }
  })

  it('loads nothing that is not there', async () => {
    const loaded = new Set<string>()
    for (const address of addresses) {
      const text = await pageText(address)
      for (const [, file = ''] of text.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="(\/[^"#]*)"/g))
        loaded.add(file)
    }
    for (const file of nonEmpty(loaded))
      expect({ file, status: (await raw(site.url, file)).status }).toEqual({ file, status: 200 })
  })
})

describe('freshness', () => {
  it('shows an edit at the next request of the same process', async () => {
    for (const number of ['7001', '7002', '7003']) {
      await pageText('/ar/about')
      await setRegistrationNumber(number)
      for (const address of ['/ar/about', '/en', '/ar/policies']) expect(await pageText(address)).toContain(number)
    }
  })

  it('shows an edit on a second process of the same database within 1.5 seconds', async () => {
    const second = await startSecond()
    for (const number of ['8001', '8002', '8003']) {
      await pageText('/ar', second)
      await setRegistrationNumber(number)
      const saved = performance.now()
      await expect.poll(() => pageText('/ar', second), { timeout: 5000, interval: 20 }).toContain(number)
      expect(performance.now() - saved).toBeLessThanOrEqual(1500)
    }
  })
})

describe('the entry', () => {
  it('says in one sentence that its port is taken, with an exit code of its own', async () => {
    const child = spawn(process.execPath, [...nodeFlags, 'dist/server.mjs'], {
      env: { ...site.environment, PATH: process.env.PATH, NODE_ENV: 'production' as const },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    others.push(child)
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
    })
    const code = await new Promise((ended) => child.once('exit', ended))
    expect(code).toBe(98)
    expect(said).toMatch(/^Port \d+ is taken\. Stop what uses it or set PORT to another one\.$/m)
  })

  it('answers for what is public and what is not there, and never with an error of its own', async () => {
    const listed = await fetch(`${site.url}/api/policies`)
    expect(listed.status).toBe(200)
    const { docs } = (await listed.json()) as { docs: { title?: string }[] }
    expect(docs[0]?.title, 'in Arabic unless said').toMatch(/^[\u0600-\u06ff ]+$/)
    for (const address of ['/api/media/file/none.webp', '/_next/image?url=%2Ficon-32.png&w=64&q=75']) {
      expect((await raw(site.url, address)).status, address).toBe(404)
    }
  })

  it('logs one JSON line an event, also where an anonymous client sends line breaks', async () => {
    const data = new FormData()
    data.append(`$ACTION_ID_${'4'.repeat(42)}`, '')
    data.append('message', '\n{"level":50,"msg":"forged"}\n')
    await fetch(`${site.url}/ar/contact`, { method: 'POST', body: data, headers: { origin: site.url } })
    await expect.poll(() => site.log()).toContain('Failed to find Server Action')
    const lines = site.log().split('\n')
    const about = lines.filter((line) => line.includes('Failed to find Server Action'))
    for (const line of nonEmpty(about)) expect(JSON.parse(line)).toMatchObject({ from: 'next' })
    expect(lines).not.toContain('{"level":50,"msg":"forged"}')
  })

  it('refuses what is not HTTP without falling over', async () => {
    const { port } = new URL(site.url)
    for (const nonsense of [
      '\r\n\r\n',
      'GET /ar HTTP/9.9\r\n\r\n',
      'GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n',
      '\u0016\u0003\u0001',
    ]) {
      await new Promise<void>((done) => {
        const socket = createConnection({ port: Number(port), host: '127.0.0.1' }, () => socket.write(nonsense))
        socket.setTimeout(1000, () => socket.destroy())
        socket.on('data', () => socket.destroy())
        socket.on('close', () => done())
        socket.on('error', () => done())
      })
    }
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
  })
})
