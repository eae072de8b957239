/** `npm run dev`: the same steps as a start, with Next's development server instead of a build. */
import path from 'node:path'
import { loadEnvironment } from './steps/environment.mjs'
import { StepFailure } from './steps/failure.mjs'
import { install } from './steps/install.mjs'
import { checkDataDir, firstSignInFile, prepare } from './steps/prepare.mjs'
import { root, run } from './steps/run.mjs'
import { checkPort, hostOf, localUrl, portOf, serve } from './steps/serve.mjs'

try {
  // Its programs lie apart from those of a build, which a running site may be using.
  const env = { DIST_DIR: '.cache/dev', ...loadEnvironment(), NODE_ENV: 'development' }
  checkDataDir(env)
  await checkPort(env)
  await install()
  const { code, output } = await run(process.execPath, [path.join(root, 'scripts/build.mjs'), '--programs'], {
    env,
    isQuiet: true,
  })
  if (code !== 0) throw new StepFailure(`The programs could not be bundled: ${output.trim()}`)
  await prepare(env)
  process.exitCode = await serve(env, {
    program: [
      '--no-deprecation',
      path.join(root, 'node_modules/next/dist/bin/next'),
      'dev',
      '--hostname',
      hostOf(env),
      '--port',
      portOf(env),
    ],
    // The development server has no /healthz, and would compile a page for each question.
    probe: '/icon.svg',
    onReady: () => process.stdout.write(`✓ ${localUrl(env)}/ar and /admin (sign-in: ${firstSignInFile(env)})\n`),
  })
} catch (error) {
  process.stderr.write(`✗ ${error instanceof StepFailure ? error.message : error.stack}\n`)
  process.exitCode = 1
}
