import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type MongoServer, SECANTUSDB_VERSION } from './mongo-choice'

export interface Running {
  url: string
  stop(): Promise<void>
}

/** The address of a database of its own on a server. */
export function databaseOn(server: string): string {
  const url = new URL(server)
  url.pathname = `/test-${randomUUID()}`
  return url.href
}

const cache = path.resolve('.cache')
const setup = path.resolve('tests/setup')

/** @returns what the program wrote to its standard output */
const run = (command: string, args: string[]) =>
  new Promise<string>((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let written = ''
    let complaint = ''
    child.stdout.on('data', (chunk) => {
      written += chunk
    })
    child.stderr.on('data', (chunk) => {
      complaint = (complaint + chunk).slice(-2000)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(written)
      else reject(new Error(`${command} ended with ${code}: ${complaint}`))
    })
  })

/** Fills a folder once; a run that is killed meanwhile leaves nothing that looks finished. */
async function filled(folder: string, fill: (unfinished: string) => Promise<unknown>): Promise<string> {
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(path.dirname(folder), { recursive: true })
  await fill(unfinished)
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  return folder
}

/** Starts a server that prints its port and stops when its input closes, so that a killed test run leaves none behind. */
async function startServer(command: string, args: string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code} before it served`)))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.stdin.end()
    })
  return { port, stop }
}

/** For tests only and never shipped: GPL-2.0, and beta. */
async function startSecantusDb(python: string): Promise<Running> {
  const version = await run(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])
  const packages = await filled(
    path.join(cache, 'secantusdb', `${SECANTUSDB_VERSION}-python${version.trim()}`),
    (folder) =>
      run(python, [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:'],
        ...['--target', folder, `secantusdb==${SECANTUSDB_VERSION}`],
      ]),
  )
  const { port, stop } = await startServer(python, [path.join(setup, 'secantusdb/serve.py')], {
    ...process.env,
    PYTHONPATH: packages,
  })
  // Without a replica set in the address Payload turns transactions off and says nothing.
  return { url: `mongodb://127.0.0.1:${port}/test?replicaSet=secantus`, stop }
}

async function startJavaServer(java: string, maven: string): Promise<Running> {
  const source = path.join(setup, 'mongo-java-server')
  const pom = path.join(source, 'pom.xml')
  const version = /<artifactId>mongo-java-server<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, 'utf8'))?.[1]
  if (!version) throw new Error(`${pom} names no version of mongo-java-server`)
  const jars = await filled(path.join(cache, 'mongo-java-server', version), (folder) =>
    run(maven, ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`]),
  )
  const { port, stop } = await startServer(java, ['-cp', `${jars}/*`, path.join(source, 'Server.java')])
  return { url: `mongodb://127.0.0.1:${port}/test`, stop }
}

async function startMongod(binary: string): Promise<Running> {
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  const set = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: { systemBinary: binary },
  })
  return {
    url: set.getUri('test'),
    stop: async () => {
      await set.stop()
    },
  }
}

async function start(server: MongoServer): Promise<Running> {
  switch (server.kind) {
    case 'url':
      return { url: server.url, stop: async () => undefined }
    case 'mongod':
      return startMongod(server.binary)
    case 'secantusdb':
      return startSecantusDb(server.python)
    case 'java':
      return startJavaServer(server.java, server.maven)
  }
}

/**
 * Starts the first of these servers that starts: one that has to be installed can't be without a network.
 * @throws the reason of the last one
 */
export async function startFirst(servers: readonly MongoServer[]): Promise<Running & { server: MongoServer }> {
  for (const [index, server] of servers.entries()) {
    try {
      return { ...(await start(server)), server }
    } catch (error) {
      if (server.kind === 'url' || index === servers.length - 1) throw error
      console.warn(`${server.kind} could not be started, so the next server is tried: ${error}`)
    }
  }
  throw new Error('vitest.config.ts leaves this project out when there is no server for it')
}
