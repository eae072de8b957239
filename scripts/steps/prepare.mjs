import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { diskCureFor, StepFailure } from './failure.mjs'
import { exclusively } from './lock.mjs'
import { nodeFlags, root, run, step } from './run.mjs'

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

export const dataDir = (env) => path.resolve(root, env.DATA_DIR || 'data')

/** Folder by folder: in /proc, where a file can't be made, Node's own `recursive` goes round for ever. */
function makeFolder(folder) {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

/** @throws StepFailure when nothing can be written there */
export function checkDataDir(env) {
  const folder = dataDir(env)
  const trial = path.join(folder, `.trial-${process.pid}`)
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    writeFileSync(trial, 'trial')
    rmSync(trial)
  } catch (error) {
    throw new StepFailure(
      diskCureFor(String(error.code), `The data folder ${folder}`) ??
        `The data folder ${folder} can't be used (${error.code}): name another one with DATA_DIR.`,
    )
  }
}

function readStamp(env) {
  try {
    return JSON.parse(readFileSync(path.join(dataDir(env), 'prepared.json'), 'utf8'))
  } catch {
    return null
  }
}

const sqliteFile = (env) => {
  const url = env.DATABASE_URL ?? ''
  if (url.startsWith('mongodb')) return null
  return url.startsWith('file:')
    ? path.resolve(root, url.slice('file:'.length))
    : path.join(dataDir(env), 'database.sqlite')
}

export const firstSignInFile = (env) => path.join(dataDir(env), 'first-sign-in.txt')

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/**
 * Schema, content and first administrator, when this database was not prepared by this code yet.
 * @returns {Promise<{ isDatabaseGone: boolean, isFirstSignInNew: boolean }>}
 */
export async function prepare(env) {
  const program = path.join(root, env.DIST_DIR || 'dist', 'prepare.mjs')
  const wanted = {
    code: sha256(readFileSync(program)),
    database: env.DATABASE_URL ? sha256(env.DATABASE_URL) : 'embedded',
  }
  const check = () => {
    const stamp = readStamp(env)
    const isKnown = stamp?.database === wanted.database
    const file = sqliteFile(env)
    // An empty database in place of a lost one would hide the loss.
    const isDatabaseGone = isKnown && file !== null && !existsSync(file) && !existsSync(`${file}.before-migration`)
    return { isDatabaseGone, isDone: isKnown && stamp.code === wanted.code }
  }
  const before = check()
  if (before.isDatabaseGone || before.isDone) return { isDatabaseGone: before.isDatabaseGone, isFirstSignInNew: false }

  const signInBefore = modified(firstSignInFile(env))
  await exclusively(`prepare-${sha256(dataDir(env)).slice(0, 12)}`, async (hold) => {
    if (check().isDone) return
    await step('Preparing the database and the content', async () => {
      const { code, output } = await run(process.execPath, [...nodeFlags, program], {
        env: { ...env, NODE_ENV: 'production', LOG_LEVEL: env.LOG_LEVEL || 'error' },
        onStart: hold,
      })
      if (code === 0) return
      const lines = output.trim().split('\n')
      const isExplained = lines.length > 0 && !/^\s+at /m.test(output)
      throw new StepFailure(
        diskCureFor(output, `The data folder ${dataDir(env)}`) ??
          (isExplained
            ? 'The database could not be prepared; the reason and its cure stand above.'
            : 'The database could not be prepared; what went wrong stands above.'),
      )
    })
  })
  return { isDatabaseGone: false, isFirstSignInNew: modified(firstSignInFile(env)) > signInBefore }
}
