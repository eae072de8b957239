import { readFileSync } from 'node:fs'
import path from 'node:path'
import next from 'next'
import { exportSite } from '@/delivery/export-site'
import { Files } from '@/delivery/files'
import { headerSets } from '@/delivery/headers'
import { loopback } from '@/delivery/loopback'
import { pageCacheDirectory } from '@/delivery/page-store'
import { PageRenderer } from '@/delivery/renderer'
import { env } from '@/platform/env'
import { processState } from '@/platform/process-state'

/** `npm run site:export -- DIR`: the whole public site as files for any web server. */

const CONTACT_MS = 15_000

async function main(target: string): Promise<number> {
  const settings = env()
  const root = process.cwd()
  const distDir = path.join(root, settings.NEXT_DIST_DIR)
  const buildId = readFileSync(path.join(distDir, 'BUILD_ID'), 'utf8').trim()
  const state = processState()
  const app = next({ dev: false, dir: root, hostname: settings.HOST, port: settings.PORT })
  await app.prepare()
  const deadline = Date.now() + CONTACT_MS
  while (state.revision === null) {
    if (Date.now() > deadline) {
      process.stderr.write('The database does not answer, so there is nothing to export.\n')
      return 1
    }
    await new Promise((again) => setTimeout(again, 50))
  }

  const cacheDir = pageCacheDirectory(settings.dataDir)
  const headers = headerSets(settings.siteUrl)
  const handler = app.getRequestHandler()
  const renderer = new PageRenderer({
    render: loopback((req, res) => handler(req, res)),
    siteUrl: settings.siteUrl,
    headers: headers.page,
    trustedProxies: 0,
    clientAddress: () => 'export',
  })
  const files = await Files.open({
    publicDir: path.join(root, 'public'),
    staticDir: path.join(distDir, 'static'),
    cacheDir,
    buildId,
    headers: headers.asset,
  })
  const report = await exportSite({
    target: path.resolve(target),
    siteUrl: settings.siteUrl,
    make: (page) => renderer.forEverybody(page),
    files,
    mediaDir: path.join(settings.dataDir, 'media'),
  })
  process.stdout.write(
    `${report.pages} pages and ${report.files} files are in ${path.resolve(target)}. Forms in them send to ${settings.siteUrl}.\n`,
  )
  for (const link of report.broken) process.stderr.write(`Broken link: ${link}\n`)
  for (const step of state.onShutdown) await step()
  return report.broken.length > 0 ? 1 : 0
}

const [target] = process.argv.slice(2)
if (!target) {
  process.stderr.write('Say where the files should go: npm run site:export -- DIR\n')
  process.exit(1)
}
main(target).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`The export failed: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
