import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeMongo, hasTransactions, mongoServers } from './mongo-choice'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-servers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A search path on which these programs lie; Python says yes or no to what it is asked. */
function machineWith(...programs: string[]): string {
  const bin = path.join(folder, programs.join('-') || 'nothing')
  mkdirSync(bin, { recursive: true })
  for (const program of programs) {
    const [name = '', answer = '0'] = program.split('=')
    writeFileSync(path.join(bin, name), `#!/bin/sh\nexit ${answer}\n`)
    chmodSync(path.join(bin, name), 0o755)
  }
  return bin
}

describe('the server of the MongoDB half', () => {
  it.each<[programs: string[], kinds: string[]]>([
    [[], []],
    [['java'], []],
    [['java', 'mvn'], ['java']],
    [['python3=1', 'java', 'mvn'], ['java']],
    [
      ['python3', 'java', 'mvn'],
      ['secantusdb', 'java'],
    ],
    [['python3=1', 'python3.11'], ['secantusdb']],
    [
      ['mongod', 'python3'],
      ['mongod', 'secantusdb'],
    ],
  ])('with %j on the machine is the first of %j that starts', (programs, kinds) => {
    expect(mongoServers({ PATH: machineWith(...programs) }).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is the one of MONGODB_TEST_URL before all others', () => {
    const [first] = mongoServers({ PATH: machineWith('mongod'), MONGODB_TEST_URL: 'mongodb://127.0.0.1:1/x' })
    expect(first).toEqual({ kind: 'url', url: 'mongodb://127.0.0.1:1/x' })
  })

  it('is no other than MONGODB_TEST_SERVER names, and nothing when that is not there', () => {
    const PATH = machineWith('mongod', 'python3')
    expect(mongoServers({ PATH, MONGODB_TEST_SERVER: 'secantusdb' }).map(({ kind }) => kind)).toEqual(['secantusdb'])
    expect(() => mongoServers({ PATH, MONGODB_TEST_SERVER: 'java' })).toThrow(/java, which can't run here/)
    expect(() => mongoServers({ PATH, MONGODB_TEST_SERVER: 'postgres' })).toThrow(/must be one of/)
  })

  it('is called by its own name, and says whether it has transactions', () => {
    expect(describeMongo({ kind: 'secantusdb', python: 'python3' })).toMatch(/SecantusDB .*is not MongoDB/)
    expect(describeMongo({ kind: 'java', java: 'java', maven: 'mvn' })).toMatch(/is not MongoDB.*no transactions/)
    expect(describeMongo(null)).toContain('DID NOT RUN')
    expect([hasTransactions('java'), hasTransactions('secantusdb')]).toEqual([false, true])
  })
})
