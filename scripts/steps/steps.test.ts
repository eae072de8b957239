import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readSettings } from '@/platform/env'
import { findChromium } from './chromium.mjs'
import { loadEnvironment, makeSecrets, parseEnvironment } from './environment.mjs'
import { cureFor, diskCureFor } from './failure.mjs'
import { exclusively } from './lock.mjs'
import nodeVersion from './node-version.cjs'
import { checkDataDir } from './prepare.mjs'
import { root } from './run.mjs'
import { checkPort, localUrl } from './serve.mjs'
import { settings } from './settings.mjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-steps-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the version of Node', () => {
  it.each([
    ['20.9.0', true],
    ['20.20.2', true],
    ['22.1.0', true],
    ['24.0.0', true],
    ['26.10.0', true],
    ['20.8.1', false],
    ['18.20.0', false],
    ['9.11.2', false],
  ])('%s is good: %s', (version, isGood) => {
    expect(nodeVersion.complaint(version) === null).toBe(isGood)
  })
})

describe('.env', () => {
  const withoutSecrets = () => {
    for (const { name } of settings) vi.stubEnv(name, '')
  }

  it('is made with secrets that the site accepts, for its owner alone', () => {
    withoutSecrets()
    const file = path.join(folder, 'made.env')
    const env = loadEnvironment(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(() => readSettings(env)).not.toThrow()
    expect(parseEnvironment(readFileSync(file, 'utf8'))).toMatchObject({ PAYLOAD_SECRET: env.PAYLOAD_SECRET })
  })

  it('keeps its secrets when it is there, and gets the one that is missing', () => {
    withoutSecrets()
    const file = path.join(folder, 'older.env')
    const { INDEX_KEY, ...older } = makeSecrets()
    writeFileSync(
      file,
      Object.entries(older)
        .map(([name, value]) => `${name}=${value}`)
        .join('\n'),
    )
    const env = loadEnvironment(file)
    expect(env).toMatchObject(older)
    expect(env.INDEX_KEY).not.toBe(INDEX_KEY)
    expect(loadEnvironment(file).INDEX_KEY).toBe(env.INDEX_KEY)
  })

  it('gives way to the settings of the process, whose secrets it never writes down', () => {
    withoutSecrets()
    vi.stubEnv('PORT', '4000')
    vi.stubEnv('PAYLOAD_SECRET', 'from the secret store of the machine')
    const file = path.join(folder, 'under.env')
    writeFileSync(file, 'PORT=3000\n')
    expect(loadEnvironment(file)).toMatchObject({
      PORT: '4000',
      PAYLOAD_SECRET: 'from the secret store of the machine',
    })
    expect(readFileSync(file, 'utf8')).not.toContain('PAYLOAD_SECRET')
  })

  it.each([
    ['NAME=value', { NAME: 'value' }],
    ['export NAME="with spaces"', { NAME: 'with spaces' }],
    ["NAME='a=b#c'", { NAME: 'a=b#c' }],
    ['# NAME=comment', {}],
    ['NAME=', { NAME: '' }],
  ])('is read: %s', (text, expected) => {
    expect(parseEnvironment(text)).toEqual(expected)
  })
})

describe('what the machine refuses is said with its cure', () => {
  it.each([
    ['ENOSPC: no space left on device, write', /disk is full/],
    ['SQLITE_FULL: database or disk is full', /disk is full/],
    ['npm error code ENOTFOUND', /connect to the internet/],
    ['EROFS: read-only file system', /DATA_DIR/],
  ])('%s', (text, sentence) => {
    expect(cureFor(text, 'here')).toMatch(sentence)
  })

  it('but not that the network is to blame for a database', () => {
    expect(diskCureFor('MongoNetworkError: connect ECONNREFUSED 127.0.0.1:27017', 'here')).toBeNull()
    expect(diskCureFor('SQLITE_FULL', 'here')).toMatch(/disk is full/)
  })

  it('but nothing is guessed about anything else', () => {
    expect(cureFor('TypeError: x is not a function', 'here')).toBeNull()
  })

  it('a data folder that is a file', () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    expect(() => checkDataDir({ DATA_DIR: file })).toThrow(/can't be used.*DATA_DIR/)
  })

  it.skipIf(process.platform !== 'linux')('a data folder in /proc, at once', () => {
    expect(() => checkDataDir({ DATA_DIR: '/proc/none/here' })).toThrow(/can't be .*DATA_DIR/)
  })

  it('a data folder that is not there yet, but for making it', () => {
    checkDataDir({ DATA_DIR: path.join(folder, 'new', 'data') })
    expect(existsSync(path.join(folder, 'new', 'data'))).toBe(true)
  })

  it('a port that is taken, and one that is none', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(checkPort({ PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`)
    await new Promise((resolve) => other.close(resolve))
    await expect(checkPort({ PORT: String(port) })).resolves.toBeUndefined()
    await expect(checkPort({ PORT: 'eighty' })).rejects.toThrow('PORT must be a number')
    await expect(checkPort({ PORT: String(port), HOST: '203.0.113.7' })).rejects.toThrow(
      'not an address of this machine',
    )
  })

  it('a browser that is not where CHROMIUM_PATH says', () => {
    expect(() => findChromium(path.join(folder, 'no-browser'))).toThrow(/CHROMIUM_PATH/)
  })
})

describe('what to open', () => {
  it.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
  ])('%o', (env, url) => {
    expect(localUrl(env)).toBe(url)
  })
})

describe('what a start starts', () => {
  const follow = new URL('./follow-parent.mjs', import.meta.url).href

  /** As `next dev` does: it forks a worker with its own flags, which waits for a message. */
  const forking = `
    import { fork } from 'node:child_process'
    if (process.argv[2]) process.once('message', (text) => process.send('heard ' + text))
    else {
      const worker = fork(process.argv[1], ['worker'])
      worker.once('message', (text) => { console.log(text); setInterval(() => {}, 1000) })
      setTimeout(() => worker.send('it'), 200)
    }`

  it('may fork, and ends with the process that started it, forks included', async () => {
    const program = path.join(folder, 'forking.mjs')
    writeFileSync(program, forking)
    const child = spawn(process.execPath, ['--import', follow, program], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
    })
    await vi.waitUntil(() => said.endsWith('\n'), 4000)
    expect(said).toBe('heard it\n')
    const signal = new Promise((resolve) => child.once('exit', (_code, name) => resolve(name)))
    // It comes to its end when nobody holds it any more, the worker included.
    const silence = new Promise((resolve) => child.stdout?.once('end', () => resolve(true)))
    child.disconnect()
    expect(await signal).toBe('SIGTERM')
    expect(await silence).toBe(true)
  })
})

describe('a step that no two copies do at once', () => {
  beforeAll(() => {
    mkdirSync(path.join(root, '.cache'), { recursive: true })
  })
  const lock = (name: string) => path.join(root, '.cache', `${name}.lock`)
  const dead = async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    return child.pid
  }

  it('is taken over from a copy that died', async () => {
    writeFileSync(lock('test-dead'), String(await dead()))
    expect(await exclusively('test-dead', async () => 'done')).toBe('done')
    expect(existsSync(lock('test-dead'))).toBe(false)
  })

  it('is not taken over while what the dead copy started still works', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const orphan = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 700)'])
    let isOver = false
    orphan.once('exit', () => {
      isOver = true
    })
    writeFileSync(lock('test-orphan'), `${await dead()}\n${orphan.pid}`)
    expect(await exclusively('test-orphan', async () => isOver)).toBe(true)
  })

  it('names the program that it starts', async () => {
    const held = await exclusively('test-held', async (hold) => {
      hold(123_456)
      return readFileSync(lock('test-held'), 'utf8')
    })
    expect(held).toBe(`${process.pid}\n123456`)
  })
})
