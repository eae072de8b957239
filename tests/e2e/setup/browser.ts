import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { launchBrowser } from './browser-process'
import { administrator } from './running-site'

/** A phone that many have, and a desk. */
export const widths = { phone: 360, desk: 1280 } as const

export interface Visit {
  locale?: 'ar' | 'en'
  width?: number
  /** Whether the browser runs scripts. */
  scripts?: boolean
  scheme?: 'light' | 'dark'
  /** What the browser may report: a request that the test itself stops. */
  allowed?: RegExp
  /** Another site than the one all browser tests share. */
  url?: string
}

let browser: Browser
let contexts: BrowserContext[] = []
let problems: string[] = []
let allowed: RegExp[] = []

/** Lets the browser report, in the current test, what matches. */
export const allowProblems = (pattern: RegExp): void => {
  allowed.push(pattern)
}

/**
 * Registers, for a test file, a browser of its own; after every test its windows are closed, and
 * any script error, refused resource or failed request of them fails the test. Of each window of a
 * test that failed a trace and the last picture are kept (docs/adr/0022).
 */
export function withBrowser() {
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async ({ task }) => {
    const found = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))
    const open = contexts
    problems = []
    allowed = []
    contexts = []
    const isFailed = task.result?.state === 'fail' || found.length > 0
    for (const [index, context] of open.entries()) {
      if (isFailed) await keepTrace(context, `${task.fullTestName} ${index + 1}`)
      await context.close()
    }
    expect(found, 'problems that the browser reported').toEqual([])
  })
}

/** A later failure of the same test takes its place. */
async function keepTrace(context: BrowserContext, name: string): Promise<void> {
  const file = path.join('.cache/traces', name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(-120))
  await context
    .pages()
    .at(-1)
    ?.screenshot({ path: `${file}.png` })
    .catch(() => undefined)
  await context.tracing.stop({ path: `${file}.zip` })
  console.log(`Its last picture: ${file}.png\nEvery step: npx playwright-core show-trace ${file}.zip`)
}

/** A fresh window, as a new visitor has. `goto` takes paths such as `/ar/contact`. */
export async function openPage({
  locale = 'ar',
  width = widths.desk,
  scripts = true,
  scheme = 'light',
  allowed,
  url,
}: Visit = {}) {
  const context = await browser.newContext({
    baseURL: url ?? inject('siteUrl'),
    viewport: { width, height: width < 600 ? 800 : 900 },
    javaScriptEnabled: scripts,
    colorScheme: scheme,
    locale: locale === 'ar' ? 'ar-SA' : 'en-GB',
    timezoneId: 'Asia/Riyadh',
    reducedMotion: 'reduce',
  })
  // Steps and the console; `TRACE=full` adds requests and the page at each step, and takes longer.
  const isFull = process.env.TRACE === 'full'
  await context.tracing.start({ screenshots: isFull, snapshots: isFull })
  contexts.push(context)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.setDefaultNavigationTimeout(20_000)
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A page that is meant to say 404, 422, 503 or the like is no problem.
    const isMeant = /status of (4\d\d|503)/.test(message.text()) || allowed?.test(message.text())
    if (message.type() === 'error' && !isMeant) {
      problems.push(`${page.url()}: ${message.text()}`)
    }
  })
  return page
}

/** A staff member's window, signed in through the panel's own form. */
export async function openPanel(visit: Visit & { account?: { email: string; password: string } } = {}): Promise<Page> {
  const { account = administrator, ...rest } = visit
  const page = await openPage(rest)
  await page
    .context()
    .addCookies([{ name: 'payload-lng', value: visit.locale ?? 'ar', url: visit.url ?? inject('siteUrl') }])
  await page.goto('/admin/login')
  await page.fill('input[name="email"]', account.email)
  await page.fill('input[name="password"]', account.password)
  await page.click('form button[type="submit"]')
  await page.waitForURL((address) => !address.pathname.endsWith('/login'))
  return page
}

/** What axe finds against WCAG 2.2 A and AA and its best practices, short enough to read in a failure. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Nothing may fade while the colours are read. A constructed sheet, because the content policy has no say in it.
  await page.evaluate(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets.push(still)
  })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  )
}
