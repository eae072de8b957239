import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFlags } from '../../scripts/steps/run.mjs'
import { nonEmpty } from '../setup/non-empty'
import { isAnswered, until } from '../setup/until'
import { type RunningSite, startSite } from './setup/running-site'
import { publicAddresses, raw } from './setup/wire'

let site: RunningSite
let addresses: string[]
let folder: string
const others: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-away-'))
  site = await startSite({ MINIMUM_FORM_SECONDS: '0' })
  addresses = await publicAddresses(site.url)
})
afterAll(async () => {
  for (const child of others) child.kill('SIGKILL')
  await site.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('without a database', () => {
  it('still serves every public page after a restart, and forms keep what was typed', async () => {
    const before = new Map<string, number>()
    for (const address of addresses) before.set(address, (await raw(site.url, address)).status)
    await site.stop()
    const names = ['database.sqlite', 'database.sqlite-wal', 'database.sqlite-shm']
    const move = (from: string, to: string) => {
      for (const name of names) {
        try {
          renameSync(path.join(from, name), path.join(to, name))
        } catch {
          // SQLite tidies its side files away when it closes.
        }
      }
    }
    move(site.dataDir, folder)
    // `start` waits for a database, which this process must do without.
    const child = spawn(process.execPath, [...nodeFlags, 'dist/server.mjs'], {
      env: { ...site.environment, PATH: process.env.PATH, NODE_ENV: 'production' as const },
      stdio: 'ignore',
    })
    others.push(child)
    await until('the process to answer', () => isAnswered(`${site.url}/healthz`))
    try {
      expect((await fetch(`${site.url}/readyz`)).status).toBe(503)
      const everyPageIsServed = async () => {
        for (const [address, status] of nonEmpty(before)) {
          const { status: now, body } = await raw(site.url, address)
          // Of open times no copy is kept: they change by the minute. The page says that they can't be shown now.
          const expected = address.endsWith('/appointments') ? 503 : status
          expect({ address, now }).toEqual({ address, now: expected })
          expect(body.byteLength).toBeGreaterThan(1000)
        }
      }
      // The port is open before the CMS is loaded; the form below waits for it.
      await everyPageIsServed()
      const contact = await (await fetch(`${site.url}/ar/contact`)).text()
      const data = new FormData()
      for (const [, name = '', value = ''] of contact.matchAll(
        /<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g,
      )) {
        data.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
      }
      data.append('message', 'هذا ما كُتب')
      const answer = await fetch(`${site.url}/ar/contact`, { method: 'POST', body: data, redirect: 'manual' })
      expect(answer.status).not.toBe(303)
      expect(await answer.text()).toContain('هذا ما كُتب')
      await everyPageIsServed()
      expect((await raw(site.url, '/sitemap.xml')).status).toBe(200)
      for (const address of ['/admin/login', '/api/users/me']) expect((await raw(site.url, address)).status).toBe(503)
      expect(existsSync(path.join(site.dataDir, 'database.sqlite')), 'an empty database must not be made').toBe(false)

      move(folder, site.dataDir)
      await until('it to find the database again by itself', () => isAnswered(`${site.url}/readyz`))
      const stopping = Date.now()
      child.kill('SIGTERM')
      await new Promise((ended) => child.once('exit', ended))
      expect(Date.now() - stopping).toBeLessThan(10_000)
    } finally {
      // A failure here must not take the tests below with it.
      child.kill('SIGKILL')
      move(folder, site.dataDir)
      await site.start()
    }
  })
})
