import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFlags } from '../../scripts/steps/run.mjs'
import { nonEmpty } from '../setup/non-empty'
import { type RunningSite, startSite } from './setup/running-site'
import { publicAddresses } from './setup/wire'

let site: RunningSite
let addresses: string[]
let folder: string
const others: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-export-'))
  site = await startSite()
  addresses = await publicAddresses(site.url)
})
afterAll(async () => {
  for (const child of others) child.kill('SIGKILL')
  await site.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('the export', () => {
  it('is a site that a plain file server can give, without a broken link', async () => {
    const child = spawn(process.execPath, [...nodeFlags, 'dist/export.mjs', folder], {
      env: { ...site.environment, PATH: process.env.PATH, NODE_ENV: 'production' as const },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    others.push(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk
      })
    }
    expect(await new Promise((ended) => child.once('exit', ended)), said).toBe(0)

    const files = createServer((req, res) => {
      const wanted = path.join(folder, decodeURIComponent(new URL(req.url ?? '/', 'http://x').pathname))
      for (const file of [wanted, path.join(wanted, 'index.html')]) {
        try {
          if (!statSync(file).isFile()) continue
          res.end(readFileSync(file))
          return
        } catch {
          // The next one.
        }
      }
      res.writeHead(404).end()
    })
    await new Promise<void>((ready) => files.listen(0, '127.0.0.1', ready))
    const base = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
    try {
      const broken: string[] = []
      const forms: [address: string, action: string][] = []
      for (const address of ['/', ...addresses]) {
        const page = await fetch(base + address)
        expect({ address, status: page.status }).toEqual({ address, status: 200 })
        const text = await page.text()
        for (const [, link = ''] of text.matchAll(/(?:href|src)="(\/[^"]*)"/g)) {
          const { status } = await fetch(new URL(link, base))
          if (status !== 200) broken.push(`${address} → ${link}`)
        }
        for (const [, action = ''] of text.matchAll(/<form\b[^>]*action="([^"]*)"/g)) forms.push([address, action])
      }
      expect(broken).toEqual([])
      expect(nonEmpty(forms).filter(([, action]) => !action.startsWith(site.url))).toEqual([])
      expect(statSync(path.join(folder, '404.html')).size).toBeGreaterThan(1000)
    } finally {
      files.close()
    }
  })
})
