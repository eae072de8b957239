import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { findChromium } from '../../scripts/steps/chromium.mjs'
import { startSite } from '../e2e/setup/running-site'
import { settle } from './setup/settle'
import { rounded } from './setup/statistics'

/**
 * Lighthouse as a phone with a slow network, its default. It weighs 185 MB with 200 packages, so it is
 * no dependency of the site: the first measurement installs it under .cache. Version 13 needs Node 22.
 */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const PAGES = {
  home: '/ar',
  policy: '/ar/policies/beneficiary-relations',
  service: '/ar/services/registration',
  contact: '/ar/contact',
} as const
const FOLDER = path.resolve('.cache/lighthouse')
const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'

const score = z.object({ score: z.number().nullable() })
const reportShape = z.object({
  lighthouseVersion: z.string(),
  categories: z.object({ performance: score, accessibility: score, 'best-practices': score, seo: score }),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), scoreDisplayMode: z.string(), numericValue: z.number().optional() }),
  ),
})

/** @returns what the program wrote to its standard output */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: FOLDER, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, said] = ['', '']
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000)
    })
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} failed: ${said}`))))
  })
}

/** @returns Lighthouse's program, or null when the registry can't be reached */
async function install(): Promise<string | null> {
  const program = path.join(FOLDER, 'node_modules/lighthouse/cli/index.js')
  if (existsSync(program)) return program
  mkdirSync(FOLDER, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const quietly = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  await run(npm, ['install', '--prefix', FOLDER, ...quietly, LIGHTHOUSE]).catch(() => null)
  return existsSync(program) ? program : null
}

export async function bench() {
  const chromium = findChromium()
  if (!chromium) return { skipped: 'Chromium is not installed (Debian: apt-get install chromium).' }
  const program = await install()
  if (!program) return { skipped: 'Lighthouse could not be installed from the registry.' }
  const site = await startSite({ SWEEP_SECONDS: '10' })
  try {
    const pages: Record<string, unknown> = {}
    let version = ''
    await settle(Object.values(PAGES).map((page) => site.url + page))
    for (const [name, page] of Object.entries(PAGES)) {
      const args = [program, site.url + page, '--quiet', '--output=json', '--output-path=stdout']
      const measure = () =>
        run(process.execPath, [...args, `--chrome-flags=${FLAGS}`], { ...process.env, CHROME_PATH: chromium })
      // Now and then Chromium's trace lacks its beginning, which Lighthouse calls NO_NAVSTART.
      const output = await measure().catch(measure)
      const { lighthouseVersion, categories, audits } = reportShape.parse(JSON.parse(output))
      const percent = (category: keyof typeof categories) => Math.round((categories[category].score ?? 0) * 100)
      version = lighthouseVersion
      pages[name] = {
        performance: percent('performance'),
        accessibility: percent('accessibility'),
        bestPractices: percent('best-practices'),
        seo: percent('seo'),
        lcpMs: Math.round(audits['largest-contentful-paint']?.numericValue ?? Number.NaN),
        cls: rounded(audits['cumulative-layout-shift']?.numericValue ?? Number.NaN, 3),
        /** Audits that count and are not passed. */
        notPassed: Object.entries(audits)
          .filter(([, audit]) => audit.scoreDisplayMode === 'binary' && audit.score !== 1)
          .map(([id]) => id),
      }
    }
    return { version, ...pages }
  } finally {
    await site.remove()
  }
}
