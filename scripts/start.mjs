/**
 * `npm start`: from a clean clone to a running site. Every step is skipped when there is nothing
 * to do, so a second start takes a second or two.
 */
import nodeVersion from './steps/node-version.cjs'

const complaint = nodeVersion.complaint(process.versions.node)
if (complaint) {
  process.stderr.write(`✗ ${complaint}\n`)
  process.exit(1)
}

// Not before the version is known to be good.
import('./steps/start.mjs').then(({ start }) => start(process.argv.slice(2)))
