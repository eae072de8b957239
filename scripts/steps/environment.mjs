import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'
import { settings } from './settings.mjs'

const key = () => randomBytes(32).toString('base64')

/** New secrets, each of 256 bits. */
export const makeSecrets = () => ({
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  DATA_KEYS: `${new Date().getUTCFullYear()}:${key()}`,
  INDEX_KEY: key(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key(),
})

/** @param {string} text lines of NAME=value; comments, blank lines and quotes around the value allowed */
export function parseEnvironment(text) {
  const found = {}
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name) found[name] = value.replace(/^(["'])(.*)\1$/s, '$2')
  }
  return found
}

/**
 * Settings from .env under those of the process. Makes the file, readable by its owner alone, when
 * there is none; adds a secret that an older file lacks, but never where the process gives one.
 * @returns {Record<string, string | undefined>}
 */
export function loadEnvironment(file = path.join(root, '.env')) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const written = parseEnvironment(text)
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const missing = settings
    .filter(({ name, isSecret }) => isSecret && !written[name] && !given[name])
    .map(({ name }) => [name, makeSecrets()[name]])
  if (missing.length > 0) {
    const head =
      text === ''
        ? '# Made by npm start. Back it up with the data: without DATA_KEYS and INDEX_KEY personal fields are lost.\n'
        : text.replace(/\n*$/, '\n')
    const lines = missing.map(([name, value]) => `${name}=${value}\n`).join('')
    writeFileSync(`${file}.writing`, head + lines, { mode: 0o600 })
    renameSync(`${file}.writing`, file)
    process.stdout.write(`▸ Secrets made in .env: ${missing.map(([name]) => name).join(', ')}\n`)
  }
  return { ...written, ...Object.fromEntries(missing), ...given }
}
