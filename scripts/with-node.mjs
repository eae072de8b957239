/**
 * Runs a program on another release of Node than this machine's.
 *
 *   node scripts/with-node.mjs scripts/test.mjs unit          on the one that production has
 *   node scripts/with-node.mjs 22.23.3 scripts/check.mjs      on one that is named
 */
import { spawnSync } from 'node:child_process'
import { StepFailure } from './steps/failure.mjs'
import { nodeRelease, productionNode } from './steps/node-release.mjs'
import { root } from './steps/run.mjs'

const [first = '', ...rest] = process.argv.slice(2)
const isNamed = /^\d+\.\d+\.\d+$/.test(first)
const program = isNamed ? rest : [first, ...rest]
if (!program[0]) {
  console.error('Name the program, such as scripts/test.mjs.')
  process.exit(64)
}
try {
  const version = isNamed ? first : productionNode
  const node = await nodeRelease(version)
  console.log(`▸ Node ${version}`)
  process.exitCode = spawnSync(node, program, { cwd: root, stdio: 'inherit' }).status ?? 1
} catch (error) {
  console.error(`✗ ${error instanceof StepFailure ? error.message : error.stack}`)
  process.exitCode = 1
}
