/**
 * Builds what `npm start` runs: Next's production build, and the programs around it bundled into
 * dist/, because Node 20 can't run TypeScript and Next does not bundle its own custom server.
 *
 *   node scripts/build.mjs              everything
 *   node scripts/build.mjs --programs   only dist/
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { bundle } from './steps/bundle.mjs'
import { root } from './steps/run.mjs'

const programs = ['server', 'prepare', 'export', 'backup', 'restore', 'repair', 'examples', 'second-factor-reset'].map(
  (name) => path.join(root, 'src/bin', `${name}.ts`),
)

if (!process.argv.includes('--programs')) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) process.exit(status ?? 1)
}

const outdir = path.join(root, process.env.DIST_DIR ?? 'dist')
rmSync(outdir, { recursive: true, force: true })
await bundle({
  entryPoints: programs,
  outdir,
  outExtension: { '.js': '.mjs' },
  sourcemap: true,
})
