import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { StepFailure } from './failure.mjs'
import { run, step } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function usualPlaces() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
  const downloads = path.join(homedir(), '.cache/ms-playwright')
  const downloaded = existsSync(downloads)
    ? readdirSync(downloads)
        .filter((name) => name.startsWith('chromium-'))
        .map((name) => path.join(downloads, name, 'chrome-linux/chrome'))
    : []
  return [
    ...onPath,
    ...names.map((name) => path.join('/usr/bin', name)),
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ...downloaded,
  ]
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser on this machine, or null. CHROMIUM_PATH is believed or refused, never passed over. */
export function findChromium(given = process.env.CHROMIUM_PATH) {
  if (given) {
    if (isProgram(given)) return given
    throw new StepFailure(`CHROMIUM_PATH names ${given}, which is not a program: correct it or leave it out.`)
  }
  return usualPlaces().find(isProgram) ?? null
}

/** Finds the browser, or installs Debian's package where that is this machine's and this user's right. */
export async function needChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await step('Installing Chromium for the browser tests', async () => {
      const quietly = { isQuiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
      await run('apt-get', ['update', '-qq'], quietly)
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly)
    })
    const installed = findChromium()
    if (installed) return installed
  }
  throw new StepFailure(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or name it with CHROMIUM_PATH.',
  )
}
