import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chain, deliver, errorsOf, indexOf, unchainedIn, undeliveredIn } from './migrations.mjs'

let folder: string
const first = '20260101_000000_initial'

/** A migration as generate.mjs writes it: statements and the snapshot after them. */
function write(name: string, id: string): void {
  writeFileSync(path.join(folder, `${name}.ts`), `// ${id}\n`)
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ id, prevId: 'none' }))
  chain(folder, name)
  writeFileSync(path.join(folder, 'index.ts'), indexOf(folder))
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  write(first, 'one')
  deliver(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the folder of migrations', () => {
  it('is in order when each migration goes on from the one before', () => {
    write('20260201_000000_notes', 'two')
    write('20260301_000000_tags', 'three')
    expect(errorsOf(folder)).toEqual([])
    expect(undeliveredIn(folder)).toEqual(['20260201_000000_notes', '20260301_000000_tags'])
  })

  it('is refused when a delivered migration has changed or is gone', () => {
    appendFileSync(path.join(folder, `${first}.ts`), '// changed\n')
    expect(errorsOf(folder)).toEqual([`${first}.ts was delivered and has changed: put it back from git.`])
    rmSync(path.join(folder, `${first}.ts`))
    expect(errorsOf(folder)).toContain(`${first}.ts was delivered and is gone: put it back from git.`)
  })

  it('is refused with two initial migrations', () => {
    write('20260201_000000_initial', 'two')
    expect(errorsOf(folder).join()).toContain('There must be one initial migration, not 2')
  })

  it('is refused when two branches went on from the same migration, and names the later', () => {
    write('20260301_000000_tags', 'three')
    write('20260201_000000_notes', 'two')
    expect(unchainedIn(folder)).toEqual(['20260301_000000_tags'])
    expect(errorsOf(folder).join()).toContain('20260301_000000_tags does not go on from')
  })

  it('is refused when a snapshot is not JSON, as after a merge with conflict marks', () => {
    write('20260201_000000_notes', 'two')
    const file = path.join(folder, '20260201_000000_notes.json')
    writeFileSync(file, `<<<<<<<< HEAD\n${readFileSync(file, 'utf8')}`)
    expect(errorsOf(folder)).toContain('20260201_000000_notes.json is missing or is not JSON.')
  })

  it('is refused when the index leaves one out', () => {
    const before = readFileSync(path.join(folder, 'index.ts'))
    write('20260201_000000_notes', 'two')
    writeFileSync(path.join(folder, 'index.ts'), before)
    expect(errorsOf(folder).join()).toContain('index.ts does not list exactly')
  })
})
