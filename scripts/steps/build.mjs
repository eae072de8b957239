import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cureFor, StepFailure } from './failure.mjs'
import { exclusively } from './lock.mjs'
import { root, run, step } from './run.mjs'

const sources = [
  'src',
  'messages',
  'public',
  'payload.config.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/steps/bundle.mjs',
]

function* filesUnder(name) {
  const full = path.join(root, name)
  if (!existsSync(full)) return
  const entries = readdirSync(path.dirname(full), { withFileTypes: true })
  if (!entries.find((entry) => entry.name === path.basename(name))?.isDirectory()) {
    yield name
    return
  }
  for (const entry of readdirSync(full).sort()) yield* filesUnder(path.join(name, entry))
}

/** A fingerprint of everything the build is made from. Tests are not. */
export function sourcesFingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const name of filesUnder(source)) {
      if (/\.test\.tsx?$/.test(name)) continue
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(path.join(root, name)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

const folders = (env) => ({ next: env.NEXT_DIST_DIR || '.next', programs: env.DIST_DIR || 'dist' })

const stampFile = (env) => path.join(root, folders(env).programs, 'built.json')

function readStamp(env) {
  try {
    if (!existsSync(path.join(root, folders(env).next, 'BUILD_ID'))) return null
    return JSON.parse(readFileSync(stampFile(env), 'utf8'))
  } catch {
    return null
  }
}

/**
 * Builds when the sources changed since the last build.
 * @param {Record<string, string | undefined>} env
 * @param {{ isAnyKeyFine?: boolean }} [options] Server Action ids depend on a key; tests take a build
 *   made with any, a start wants its own, so that forms stay valid across builds.
 */
export async function build(env, { isAnyKeyFine = false } = {}) {
  const wanted = {
    sources: sourcesFingerprint(),
    key: createHash('sha256')
      .update(env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '')
      .digest('hex'),
  }
  const isBuilt = () => {
    const stamp = readStamp(env)
    return stamp?.sources === wanted.sources && (isAnyKeyFine || stamp.key === wanted.key)
  }
  if (isBuilt()) return
  await exclusively('build', async (hold) => {
    if (isBuilt()) return
    await step('Building the site (about a minute)', async () => {
      rmSync(stampFile(env), { force: true })
      const { code, output } = await run(process.execPath, [path.join(root, 'scripts/build.mjs')], {
        env: { ...env, NODE_ENV: 'production' },
        isQuiet: true,
        onStart: hold,
      })
      if (code !== 0) {
        const cure = cureFor(output, 'building')
        if (!cure) process.stderr.write(output)
        throw new StepFailure(cure ?? 'The build failed; what it said stands above.')
      }
      mkdirSync(path.dirname(stampFile(env)), { recursive: true })
      writeFileSync(stampFile(env), JSON.stringify(wanted))
    })
  })
}
