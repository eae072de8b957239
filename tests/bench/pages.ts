import type { BrowserContext } from 'playwright-core'
import { findChromium } from '../../scripts/steps/chromium.mjs'
import { launchBrowser } from '../e2e/setup/browser-process'
import { type CountingProxy, countingProxy } from '../e2e/setup/counting-proxy'
import { startSite } from '../e2e/setup/running-site'
import { settle } from './setup/settle'
import { rounded } from './setup/statistics'

/**
 * Bytes and requests of a page in Chromium at a phone's width, first and repeat view, counted on the
 * wire: a proxy between browser and site sees everything, the icon and workers' scripts included.
 */
const PAGES = {
  home: '/ar',
  policy: '/ar/policies/beneficiary-relations',
  service: '/ar/services/registration',
  contact: '/ar/contact',
} as const

async function view(context: BrowserContext, wire: CountingProxy, path: string) {
  wire.take()
  const page = await context.newPage()
  await page.goto(wire.url + path, { waitUntil: 'load' })
  await wire.quiet()
  const { requests, bytes } = wire.take()
  await page.close()
  return { requests: requests.length, kilobytes: rounded(bytes / 1000, 1), asked: requests }
}

export async function bench() {
  if (!findChromium()) return { skipped: 'Chromium is not installed (Debian: apt-get install chromium).' }
  const site = await startSite({ SWEEP_SECONDS: '10' })
  const browser = await launchBrowser()
  const wire = await countingProxy(site.url)
  try {
    const found: Record<string, unknown> = {}
    await settle(Object.values(PAGES).map((path) => site.url + path))
    for (const [name, path] of Object.entries(PAGES)) {
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ar-SA' })
      const first = await view(context, wire, path)
      const repeat = await view(context, wire, path)
      found[name] = { path, first, repeat }
      await context.close()
    }
    return found
  } finally {
    wire.close()
    await browser.close()
    await site.remove()
  }
}
