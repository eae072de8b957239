/**
 * Builds what `npm start` runs: Next's production build, and the programs around it bundled into
 * dist/, because Node 20 can't run TypeScript and Next does not bundle its own custom server.
 *
 *   node scripts/build.mjs              everything
 *   node scripts/build.mjs --programs   only dist/
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const programs = ['server', 'prepare', 'export', 'backup', 'restore', 'examples'].map((name) =>
  path.join(root, 'src', `${name}.ts`),
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
await build({
  absWorkingDir: root,
  entryPoints: programs.filter((file) => existsSync(file)),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20.9',
  format: 'esm',
  packages: 'external',
  alias: { '@payload-config': path.join(root, 'payload.config.ts') },
  sourcemap: true,
  logLevel: 'warning',
})
