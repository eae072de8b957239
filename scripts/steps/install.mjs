import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cureFor, StepFailure } from './failure.mjs'
import { exclusively } from './lock.mjs'
import { root, run, step } from './run.mjs'

const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages

/** Whether node_modules is what the lock file asks for; npm writes its own list last of all. */
export function isInstalled() {
  try {
    const installed = packagesOf('node_modules/.package-lock.json')
    return Object.entries(packagesOf('package-lock.json')).every(([folder, wanted]) => {
      if (folder === '') return true
      const present = installed[folder]
      // Binaries for other machines are optional and left out.
      return present ? present.version === wanted.version : wanted.optional === true || wanted.peer === true
    })
  } catch {
    return false
  }
}

/** Installs exactly the lock file, when it is not installed already. */
export async function install() {
  if (isInstalled()) return
  await exclusively('install', async (hold) => {
    if (isInstalled()) return
    await step('Installing packages (a minute or two, once)', async () => {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
      // The build needs the development packages, whatever NODE_ENV says.
      const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
      const { code, output } = await run(npm, args, { isQuiet: true, onStart: hold })
      if (code === 0) return
      throw new StepFailure(
        cureFor(output, 'installing packages') ?? `npm ci failed: ${output.trim().split('\n').slice(-3).join(' ')}`,
      )
    })
  })
}
