/** `npm run check`: everything that reads the source without running the site. */
import path from 'node:path'
import { StepFailure } from './steps/failure.mjs'
import { install } from './steps/install.mjs'
import { root, run } from './steps/run.mjs'

const tool = (file, ...args) => [process.execPath, [path.join(root, 'node_modules', file), ...args]]

const script = (name) => [process.execPath, [path.join(root, 'scripts', name), '--check']]

/** The longest first: two run at a time. */
const checks = [
  ['types', ...tool('typescript/bin/tsc', '--noEmit')],
  ['types, import map and migrations', ...script('generate.mjs')],
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
  ['code that only tests use', ...tool('knip/bin/knip.js', '--production')],
  [
    'messages, settings and rules of the source',
    ...tool('vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/rules', '--reporter=dot'),
  ],
  ['fonts', ...script('fonts.mjs')],
  ['icons', ...script('icons.mjs')],
  ['lock file', ...script('complete-lock.mjs')],
]

try {
  await install()
} catch (error) {
  process.stderr.write(`✗ ${error instanceof StepFailure ? error.message : error.stack}\n`)
  process.exit(1)
}

let failed = 0
const waiting = [...checks]
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, command, args] = next
    const started = Date.now()
    const { code, output } = await run(command, args, { isQuiet: true })
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`)
    if (code !== 0) {
      failed += 1
      process.stdout.write(`${output.trim()}\n`)
    }
  }
}
await Promise.all([worker(), worker()])
process.stdout.write(`\n${checks.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
