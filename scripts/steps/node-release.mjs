import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cureFor, StepFailure } from './failure.mjs'
import { root, run, step } from './run.mjs'

/** What production runs on, by the Dockerfile, and what CI tests on besides the machine's own. */
export const productionNode = '26.10.0'

/** The last release of the oldest line that will do, for comparison. */
export const oldestNode = '20.20.2'

/**
 * A release of Node, from the npm registry, where each platform's binary is a package. Installed into
 * .cache; the site itself depends on none.
 * @param {string} version exact
 * @returns {Promise<string>} the program
 */
export async function nodeRelease(version) {
  const folder = path.join(root, '.cache/node', version)
  const isWindows = process.platform === 'win32'
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`
  const program = path.join('node_modules', name, 'bin', isWindows ? 'node.exe' : 'node')
  if (existsSync(path.join(folder, program))) return path.join(folder, program)
  await step(`Installing Node ${version} into .cache`, async () => {
    const unfinished = `${folder}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    const npm = isWindows ? 'npm.cmd' : 'npm'
    const { code, output } = await run(
      npm,
      [
        'install',
        '--prefix',
        unfinished,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${version}`,
      ],
      { isQuiet: true },
    )
    if (code !== 0) {
      throw new StepFailure(
        cureFor(output, `installing Node ${version}`) ??
          `Node ${version} could not be installed: ${output.trim().split('\n').at(-1)}`,
      )
    }
    rmSync(folder, { recursive: true, force: true })
    renameSync(unfinished, folder)
  })
  return path.join(folder, program)
}
