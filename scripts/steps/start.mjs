import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { loadEnvironment } from './environment.mjs'
import { addExamples } from './examples.mjs'
import { cureFor, StepFailure } from './failure.mjs'
import { install } from './install.mjs'
import { checkDataDir, dataDir, firstSignInFile, prepare } from './prepare.mjs'
import { root } from './run.mjs'
import { checkPort, localUrl, serve } from './serve.mjs'
import { settingsAsText } from './settings.mjs'

const help = `npm start — installs, builds, prepares and serves the site; each only when needed.
npm start -- --examples — the same, with a year of example services, inquiries and evaluations.

Settings come from the environment or from .env, for example: PORT=4000 DATA_DIR=/srv/site npm start

${settingsAsText()}
`

function welcome(env, { isDatabaseGone, isFirstSignInNew }) {
  const url = localUrl(env)
  const file = firstSignInFile(env)
  const shown = path.relative(root, file).startsWith('..') ? file : path.relative(root, file)
  const lines = [
    '',
    '✓ The site is ready.',
    `  Arabic    ${url}/ar`,
    `  English   ${url}/en`,
    `  Staff     ${url}/admin`,
  ]
  if (isFirstSignInNew) {
    const note = readFileSync(file, 'utf8')
    const value = (name) => new RegExp(`^${name}:\\s+(\\S+)$`, 'm').exec(note)?.[1]
    lines.push('', '  Sign in as', `  E-mail    ${value('E-mail')}`, `  Password  ${value('Password')}`)
    lines.push(`  This is shown once. It is also in ${shown} until you change the password.`)
  } else if (existsSync(file)) {
    lines.push(`  How to sign in stands in ${shown}.`)
  }
  if (isDatabaseGone) {
    lines.push(
      '',
      '✗ The database that was here is gone, so only the pages kept from before are served and nothing can be sent.',
      `  Put the file back into ${dataDir(env)} or restore a backup, then start again.`,
      `  To begin again with an empty site instead, remove ${path.join(dataDir(env), 'prepared.json')}.`,
    )
  }
  lines.push('', '  Stop with Ctrl+C.', '')
  process.stdout.write(lines.join('\n'))
}

/** Loading takes two seconds; a server that has not been reached by then is away. */
const CONTACT_MILLISECONDS = 6000
const POLL_MILLISECONDS = 1000

const isReady = async (env) => {
  try {
    return (await fetch(`${localUrl(env)}/readyz`)).ok
  } catch {
    return false
  }
}

/** Says so when the site serves without its database server: only the pages that it has, and nothing can be sent. */
async function sayWhenServerIsAway(env) {
  const deadline = Date.now() + CONTACT_MILLISECONDS
  while (Date.now() < deadline) {
    await new Promise((later) => setTimeout(later, POLL_MILLISECONDS))
    if (await isReady(env)) return
  }
  process.stdout.write(
    [
      '✗ The database server that DATABASE_URL names does not answer, so only the pages kept from before are served and nothing can be sent.',
      '  Start it: the site finds it by itself.',
      '',
      '',
    ].join('\n'),
  )
}

/** @param {readonly string[]} args */
export async function start(args) {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return
  }
  try {
    const env = loadEnvironment()
    checkDataDir(env)
    await checkPort(env)
    await install()
    await build(env)
    const state = await prepare(env)
    if (args.includes('--examples')) await addExamples(env)
    // Building takes a minute, in which another copy may have begun to serve.
    await checkPort(env)
    const onReady = () => {
      welcome(env, state)
      if (env.DATABASE_URL?.startsWith('mongodb')) void sayWhenServerIsAway(env)
    }
    process.exitCode = await serve(env, { onReady })
  } catch (error) {
    const sentence = error instanceof StepFailure ? error.message : cureFor(String(error?.code), error?.path ?? root)
    process.stderr.write(`✗ ${sentence ?? error?.stack ?? error}\n`)
    process.exitCode = 1
  }
}
