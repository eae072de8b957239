import path from 'node:path'
import { diskCureFor, StepFailure } from './failure.mjs'
import { dataDir } from './prepare.mjs'
import { nodeFlags, root, run, step } from './run.mjs'

/** Fills the prepared database with examples, or completes them. */
export async function addExamples(env) {
  await step('Adding a year of examples (about half a minute, once)', async () => {
    const program = path.join(root, env.DIST_DIR || 'dist', 'examples.mjs')
    const { code, output } = await run(process.execPath, [...nodeFlags, program], {
      env: { NODE_ENV: 'production', ...env, LOG_LEVEL: env.LOG_LEVEL || 'error' },
    })
    if (code !== 0) {
      throw new StepFailure(
        diskCureFor(output, `The data folder ${dataDir(env)}`) ??
          'The examples were not added; the reason stands above.',
      )
    }
  })
}
