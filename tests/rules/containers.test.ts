import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { productionNode } from '../../scripts/steps/node-release.mjs'
import { settings } from '../../scripts/steps/settings.mjs'
import { nonEmpty } from '../setup/non-empty'

/** What can be known of the container files without Docker, which CI does not have. */

interface Service {
  command?: string[]
  environment?: Record<string, string>
  networks?: string[]
  volumes?: string[]
  depends_on?: Record<string, unknown>
  read_only?: boolean
  ports?: string[]
}
interface Compose {
  services: Record<string, Service>
  networks: Record<string, unknown>
  volumes: Record<string, unknown>
}

const read = (file: string) => readFileSync(file, 'utf8')
const composeText = read('compose.yaml')
const compose = parse(composeText, { merge: true }) as Compose
const apps = Object.entries(compose.services).filter(([name]) => /^(app-\d|prepare)$/.test(name))
const known = new Set(settings.map(({ name }) => name))

/** The Dockerfile's instructions, continued lines joined, without comments. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean)
const ofKind = (kind: string) =>
  instructions.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))
const programs = /\[([^\]]+)\]\.map/.exec(read('scripts/build.mjs'))?.[1] ?? ''

describe('compose.yaml', () => {
  it('runs the site twice, and a preparation before them', () => {
    expect(apps.map(([name]) => name).toSorted()).toEqual(['app-1', 'app-2', 'prepare'])
  })

  it('names only settings that exist', () => {
    const given = apps.flatMap(([, { environment }]) => Object.keys(environment ?? {}))
    expect(nonEmpty(given).filter((name) => !known.has(name))).toEqual([])
    const asked = [...composeText.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '')
    // The proxy's own.
    expect(nonEmpty(asked).filter((name) => !known.has(name) && name !== 'SITE_NAME')).toEqual([])
  })

  it('gives every secret from outside and writes none down', () => {
    for (const { name } of nonEmpty(settings.filter(({ isSecret }) => isSecret))) {
      for (const [, { environment }] of nonEmpty(apps)) expect(environment?.[name]).toBe(`\${${name}:?}`)
    }
  })

  it('speaks to MongoDB as the replica set that it starts', () => {
    const url = new URL(compose.services['app-1']?.environment?.DATABASE_URL ?? '')
    const set = url.searchParams.get('replicaSet')
    expect(Object.keys(compose.services)).toContain(url.hostname)
    expect(compose.services[url.hostname]?.command).toEqual(expect.arrayContaining(['--replSet', set]))
  })

  it('keeps the copies read-only and the database off the network outside', () => {
    for (const [, service] of nonEmpty(apps)) expect(service.read_only).toBe(true)
    expect(compose.services.mongo?.networks).toEqual(['inside'])
    expect(compose.services.mongo?.ports).toBeUndefined()
  })

  it('names only services, networks and volumes that it has', () => {
    const services = Object.values(compose.services)
    const networks = services.flatMap((service) => service.networks ?? [])
    expect(nonEmpty(networks).filter((name) => !(name in compose.networks))).toEqual([])
    const depended = services.flatMap(({ depends_on }) => Object.keys(depends_on ?? {}))
    expect(nonEmpty(depended).filter((name) => !(name in compose.services))).toEqual([])
    const mounted = services.flatMap(({ volumes }) => (volumes ?? []).map((mount) => mount.split(':')[0] ?? ''))
    const isThere = (source: string) => (source.startsWith('./') ? existsSync(source) : source in compose.volumes)
    expect(nonEmpty(mounted).filter((source) => !isThere(source))).toEqual([])
  })

  it('has its proxy lead to the two copies, on the port they serve on', () => {
    const upstreams = [...(/reverse_proxy ([^{]+)\{/.exec(read('docker/Caddyfile'))?.[1]?.trim().split(/\s+/) ?? [])]
    const port = compose.services['app-1']?.environment?.PORT
    expect(upstreams).toEqual([`app-1:${port}`, `app-2:${port}`])
  })
})

describe('Dockerfile', () => {
  it('has the release of Node that CI tests on', () => {
    const bases = ofKind('FROM').map((line) => line.split(' ')[0])
    const release = productionNode.split('.').slice(0, 2).join('.')
    expect(bases).toEqual(bases.map(() => `node:${release}-bookworm-slim`))
  })

  it('copies and runs only what is there', () => {
    const copied = ofKind('COPY')
      .filter((line) => line.startsWith('--from=build'))
      .flatMap((line) => line.split(/\s+/).filter((part) => part.startsWith('/app/')))
      .map((name) => name.replace('/app/', ''))
    // Made by the build inside it.
    const made = ['.next', 'dist', 'node_modules']
    expect(nonEmpty(copied).filter((name) => !made.includes(name) && !existsSync(name))).toEqual([])
    for (const script of nonEmpty(
      ofKind('RUN')
        .join(' ')
        .match(/scripts\/\S+\.mjs/g) ?? [],
    ))
      expect(existsSync(script)).toBe(true)
  })

  it('starts programs that the build makes', () => {
    const started = [
      ...ofKind('CMD')
        .join(' ')
        .matchAll(/dist\/(\w+)\.mjs/g),
      ...composeText.matchAll(/dist\/(\w+)\.mjs/g),
    ]
    expect(started.length).toBeGreaterThanOrEqual(2)
    for (const [, name] of nonEmpty(started)) expect(programs).toContain(`'${name}'`)
  })

  it('sets only settings that exist, and ends as a user without rights', () => {
    const ours =
      ofKind('ENV')
        .join(' ')
        .match(/\b[A-Z_]+(?==)/g) ?? []
    const ofRuntime = ['NODE_ENV', 'NODE_OPTIONS', 'NEXT_TELEMETRY_DISABLED']
    expect(nonEmpty(ours).filter((name) => !known.has(name) && !ofRuntime.includes(name))).toEqual([])
    expect(ofKind('USER')).toEqual(['node'])
  })

  it('leaves secrets and data out of the image', () => {
    const ignored = read('.dockerignore').split('\n')
    for (const name of ['.env', 'data', '.git']) expect(ignored).toContain(name)
  })
})

describe('the health check of the container', () => {
  let status = 200
  const server = createServer((req, res) => res.writeHead(req.url === '/readyz' ? status : 404).end())
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
  afterAll(() => new Promise((closed) => server.close(closed)))

  const check = (port: number) =>
    new Promise<number | null>((resolve) => {
      const env = { ...process.env, HOST: '0.0.0.0', PORT: String(port) }
      spawn(process.execPath, ['docker/healthcheck.mjs'], { env }).once('exit', resolve)
    })

  it('passes when the site is ready, and fails when it is not or is gone', async () => {
    const { port } = server.address() as AddressInfo
    expect(await check(port)).toBe(0)
    status = 503
    expect(await check(port)).toBe(1)
    expect(await check(1)).toBe(1)
  })
})
