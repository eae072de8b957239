import { spawn } from 'node:child_process'
import { createServer, request } from 'node:http'
import path from 'node:path'
import { StepFailure } from './failure.mjs'
import { nodeFlags, root } from './run.mjs'

const STOP_MILLISECONDS = 9_500
const POLL_MILLISECONDS = 50
const PARENT_POLL_MILLISECONDS = 250

export const hostOf = (env) => env.HOST || '127.0.0.1'
export const portOf = (env) => env.PORT || '3000'

/** Where a person on this machine opens the site. */
export function localUrl(env) {
  const host = hostOf(env)
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${portOf(env)}`
}

/** @throws StepFailure when the port can't be had */
export async function checkPort(env) {
  const port = Number(portOf(env))
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StepFailure(`PORT must be a number from 1 to 65535, not "${portOf(env)}".`)
  }
  await new Promise((resolve, reject) => {
    const trial = createServer()
    trial.once('error', ({ code }) => {
      const cures = {
        EADDRINUSE: `Port ${port} is taken: stop what uses it, or start on another one: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
        EACCES: `Port ${port} needs more rights than this user has: start on one above 1023: PORT=3000 npm start`,
        EADDRNOTAVAIL: `HOST ${hostOf(env)} is not an address of this machine: leave it out, or use 127.0.0.1 or 0.0.0.0.`,
      }
      reject(
        new StepFailure(cures[code] ?? `Can't serve on ${hostOf(env)}:${port} (${code}): choose another HOST or PORT.`),
      )
    })
    trial.listen({ host: hostOf(env), port, exclusive: true }, () => trial.close(resolve))
  })
}

const answers = (url) =>
  new Promise((resolve) => {
    const asked = request(url, { timeout: 2000 }, (response) => {
      response.resume()
      resolve(true)
    })
    asked.once('error', () => resolve(false))
    asked.once('timeout', () => asked.destroy())
    asked.end()
  })

/**
 * Serves until a signal comes. Stops within ten seconds of it, by force at the end of them.
 * @param {Record<string, string | undefined>} env
 * @param {{ onReady: () => void, program?: readonly string[], probe?: string }} options `probe` is the
 *   address that is asked until it answers
 * @returns {Promise<number>} exit code
 */
export function serve(
  env,
  { onReady, probe = '/healthz', program = [...nodeFlags, path.join(root, env.DIST_DIR || 'dist', 'server.mjs')] },
) {
  return new Promise((resolve, reject) => {
    const follow = new URL('./follow-parent.mjs', import.meta.url).href
    const child = spawn(process.execPath, ['--import', follow, ...program], {
      cwd: root,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
      // The channel closes when this process dies, however it dies, and the server then stops too.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let isStopping = false
    const stop = () => {
      if (isStopping) return
      isStopping = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS).unref()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    process.on('SIGHUP', stop)
    // A signal to npm ends npm and its shell, and doesn't come through to here.
    const parent = process.ppid
    const isUnderNpm = Boolean(process.env.npm_lifecycle_event)
    if (isUnderNpm) setInterval(() => process.ppid !== parent && stop(), PARENT_POLL_MILLISECONDS).unref()
    child.once('error', reject)
    let isOver = false
    child.once('exit', (code) => {
      isOver = true
      if (isStopping) resolve(0)
      else reject(new StepFailure(`The server ended by itself (code ${code}); what it said stands above.`))
    })
    const poll = async () => {
      if (isOver || isStopping) return
      if (await answers(localUrl(env) + probe)) onReady()
      else setTimeout(poll, POLL_MILLISECONDS)
    }
    void poll()
  })
}
