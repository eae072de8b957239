/** `npm run check`: everything that reads the source without running the site. */
import path from 'node:path'
import { install } from './steps/install.mjs'
import { root, run } from './steps/run.mjs'

const tool = (file, ...args) => [process.execPath, [path.join(root, 'node_modules', file), ...args]]

const checks = [
  ['types', ...tool('typescript/bin/tsc', '--noEmit')],
  ['lint and format', ...tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.')],
  [
    'direction of imports',
    ...tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      'src',
      'payload.config.ts',
      '--config',
      '.dependency-cruiser.cjs',
    ),
  ],
  ['unused files, exports and packages', ...tool('knip/bin/knip.js')],
  ['lock file', process.execPath, [path.join(root, 'scripts/complete-lock.mjs'), '--check']],
  ['generated files', process.execPath, [path.join(root, 'scripts/generate.mjs'), '--check']],
  [
    'messages, settings and rules of the source',
    ...tool('vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/rules', '--reporter=dot'),
  ],
]

await install()

let failed = 0
for (const [name, command, args] of checks) {
  const started = Date.now()
  const { code, output } = await run(command, args, { isQuiet: true })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`)
  if (code !== 0) {
    failed += 1
    process.stdout.write(`${output.trim()}\n`)
  }
}
process.stdout.write(`\n${checks.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
