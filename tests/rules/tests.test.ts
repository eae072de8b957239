import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { testSources } from './source-files'
import { problemsOf, type TestProblem } from './test-problems'

/** A test that can't fail is worse than none: it says that something is looked after. */

describe('the tests', () => {
  it('fail where they are meant to, and wait for what they wait for', () => {
    const files = testSources()
    expect(files.length).toBeGreaterThan(150)
    expect(nonEmpty(files).flatMap((file) => problemsOf(file, readFileSync(file, 'utf8')))).toEqual([])
  }, 30_000)

  const inTest = (text: string) => `it('does', async () => { ${text} })`
  const inProperty = (text: string) => inTest(`fc.assert(fc.property(fc.nat(), (n) => { ${text} }))`)

  it.each<[text: string, problems: TestProblem[]]>([
    [inTest('await page.waitForTimeout(500); expect(1).toBe(1)'), ['fixed wait']],
    [inTest('await new Promise((later) => setTimeout(later, 80)); expect(1).toBe(1)'), ['fixed wait']],
    [inTest('await sleep(3); expect(1).toBe(1)'), ['fixed wait']],
    ['const wait = (ms) => new Promise((done) => setTimeout(done, ms))', ['fixed wait']],
    [inTest('// Pause: how slow the body is.\nawait new Promise((later) => setTimeout(later, 80))'), []],
    [inTest('const force = setTimeout(() => child.kill(), 80); expect(1).toBe(1)'), []],
    [inTest('await expect(save()).rejects.toThrow()'), ['any error']],
    [inTest('expect(() => save()).toThrowError()'), ['any error']],
    [inTest('expect(() => save()).not.toThrow()'), []],
    [inTest('await expect(save()).rejects.toThrow(/slug/)'), []],
    [inTest('expect(row).toBeDefined()'), ['any value']],
    [inTest('expect(row).not.toBeUndefined()'), []],
    [inTest('if (kind !== "sqlite") return; expect(1).toBe(1)'), ['silent return']],
    [inTest('if (!row) return expect.fail("no row"); expect(row).toBe(1)'), []],
    [inProperty('if (n === 0) return; expect(n).toBe(n)'), ['silent return']],
    [inProperty('fc.pre(n > 0); expect(n).toBe(n)'), []],
    [inTest('const f = () => { if (a) return; b() }; expect(f()).toBe(1)'), []],
    [inTest('if (answer.ok) expect(answer.text).toBe("")'), ['conditional expectation']],
    [inTest('if (a) { b() } else { expect(a).toBe(false) }'), ['conditional expectation']],
    ["it.each([true, false])('does', (scripts) => { if (scripts) expect(1).toBe(1) })", []],
    ["describe.each([{ a: 1 }])('x', ({ a }) => { it('does', () => { if (a) expect(1).toBe(1) }) })", []],
    [inTest('for (const row of rows) expect(row).toBe(1)'), ['nothing to go through']],
    [inTest('const rows = []; for (const row of rows) expect(row).toBe(1)'), ['nothing to go through']],
    [inTest('for (const row of all.filter(isNew)) { expect(row).toBe(1) }'), ['nothing to go through']],
    [inTest('rows.forEach((row) => { expect(row).toBe(1) })'), ['nothing to go through']],
    [inTest('for (const row of nonEmpty(rows)) expect(row).toBe(1)'), []],
    [inTest('for (const row of [1, 2] as const) expect(row).toBe(1)'), []],
    [`const rows = ['a'] as const\n${inTest('for (const row of rows) expect(row).toBe(1)')}`, []],
    [`import { roles } from './a'\n${inTest('for (const [n, role] of roles.entries()) expect(role).toBe(n)')}`, []],
    [`const kinds = { a: 1 }\n${inTest('for (const kind of Object.keys(kinds)) expect(kind).toBe("a")')}`, []],
    [
      `import { find } from './a'\n${inTest('for (const row of find()) expect(row).toBe(1)')}`,
      ['nothing to go through'],
    ],
    [inTest('const all = [...rows]; for (const row of all) expect(row).toBe(1)'), ['nothing to go through']],
    [inTest('expect(rows.filter(isWrong)).toEqual([])'), ['nothing to go through']],
    [inTest('expect(rows.every(isRight)).toBe(true)'), ['nothing to go through']],
    [inTest('expect(nonEmpty(rows).filter(isWrong)).toEqual([])'), []],
    [inTest('expect(rows.filter(isNew)).toEqual(["a"])'), []],
    [inTest('expect(await page.title()).toBe("a")'), ['single look']],
    [inTest('expect((await page.locator("p").innerText()).trim()).toBe("a")'), ['single look']],
    [inTest('await expect.poll(() => page.title()).toBe("a")'), []],
    [inTest('expect(await axeFindings(page)).toEqual([])'), []],
  ])('are seen for what they are: %s', (text, problems) => {
    expect(problemsOf('tests/e2e/x.test.ts', text).map(({ problem }) => problem)).toEqual(problems)
  })
})
