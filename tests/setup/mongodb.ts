import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { chooseMongo, type MongoChoice } from './mongo-choice'

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
  }
}

interface Running {
  url: string
  stop(): Promise<void>
}

const compatible = path.resolve('tests/setup/mongo-compatible')

const run = (command: string, args: string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))))
  })

/** The server's jars, resolved by Maven once for each state of the pom. */
async function compatibleServerJars(maven: string): Promise<string> {
  const pom = path.join(compatible, 'pom.xml')
  const version = /<artifactId>mongo-java-server<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, 'utf8'))?.[1]
  if (!version) throw new Error(`${pom} names no version of mongo-java-server`)
  const folder = path.resolve(`.cache/mongo-compatible/${version}`)
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    mkdirSync(path.dirname(folder), { recursive: true })
    await run(maven, ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`])
    if (existsSync(folder)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, folder)
  }
  return folder
}

async function startCompatible(java: string, maven: string): Promise<Running> {
  const jars = await compatibleServerJars(maven)
  const child = spawn(java, ['-cp', `${jars}/*`, path.join(compatible, 'Server.java')], {
    // It stops when its input closes, so that a killed test run leaves no server behind.
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the MongoDB-compatible server ended with ${code}`)))
  })
  return {
    url: `mongodb://127.0.0.1:${port}/test`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.stdin.end()
      }),
  }
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

function start(choice: MongoChoice): Promise<Running> | Running {
  switch (choice.kind) {
    case 'url':
      return { url: choice.url, stop: async () => undefined }
    case 'mongod':
      return startMongod(choice.binary)
    case 'compatible':
      return startCompatible(choice.java, choice.maven)
    case 'none':
      throw new Error('vitest.config.ts leaves this project out when there is no server for it')
  }
}

export default async function setup(project: TestProject) {
  const running = await start(chooseMongo(process.env))
  project.provide('mongoUrl', running.url)
  return () => running.stop()
}
