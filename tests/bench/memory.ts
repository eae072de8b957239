import { Agent, get } from 'node:http'
import { startSite } from '../e2e/setup/running-site'
import { processFacts } from './setup/machine'

/** Memory of the server's process after 10,000 requests over all public pages, in megabytes. */
const REQUESTS = 10_000
const CONNECTIONS = 16

export async function bench() {
  const site = await startSite({ SWEEP_SECONDS: '10' })
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      get(site.url + path, { agent, headers: { 'accept-encoding': 'br' } }, (res) => {
        res.resume()
        res.on('end', () => resolve(res.statusCode ?? 0))
      }).on('error', reject)
    })
  try {
    const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text()
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
    if (listed.length === 0) throw new Error('sitemap.xml lists no page.')
    // Searches and pages that are not there are rendered each time.
    const paths = [...listed, '/ar/search?q=%D8%AD%D9%82%D9%88%D9%82', '/en/search?q=rights', '/ar/no-such-page']
    const atStart = processFacts(site.pid())
    if (!atStart) return { skipped: 'Memory of a process is read from /proc, which this system lacks.' }
    let next = 0
    let failed = 0
    const visitor = async () => {
      while (next < REQUESTS) {
        const path = paths[next % paths.length] ?? '/ar'
        next += 1
        if ((await ask(path)) >= 500) failed += 1
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, visitor))
    const after = processFacts(site.pid())
    return {
      requests: REQUESTS,
      pages: paths.length,
      failed,
      residentMb: after?.residentMb ?? null,
      peakMb: after?.peakMb ?? null,
      readyMb: atStart.residentMb,
    }
  } finally {
    agent.destroy()
    await site.remove()
  }
}
