/**
 * `npm test`: unit, integration and browser tests, on a clean clone too.
 *
 *   npm test                        everything
 *   npm test -- unit                one project: unit, integration, integration-sqlite, integration-mongodb, e2e, e2e-mongodb
 *   npm test -- e2e journeys        files of it whose path contains a word
 */
import nodeVersion from './steps/node-version.cjs'

const complaint = nodeVersion.complaint(process.versions.node)
if (complaint) {
  process.stderr.write(`✗ ${complaint}\n`)
  process.exit(1)
}
import('./steps/test.mjs').then(({ test }) => test(process.argv.slice(2)))
