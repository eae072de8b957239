import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { sourceFiles } from './source-files'

/**
 * A failure that is swallowed on the way to a public page becomes a page that is kept without its
 * data, or a "not found" that removes the last good copy. Only `orWhenAway` (src/platform/stale-on-error.ts)
 * may go on after one.
 */

const isOnTheWayToAPage = (file: string): boolean =>
  /^src\/app\/(?!\(payload\))|^src\/features\/[^/]+\/(domain|server|ui)\/|^src\/(i18n|ui)\//.test(file)

/** Where a failure is the answer to a question, and none of a database. */
const allowed: Record<string, string> = {
  'src/shared/files/server/attachments.ts': 'a disk that knows no hard links copies instead; what fails is thrown',
  'src/features/staff/server/endpoints/answers.ts': 'a request whose body is no JSON',
  'src/features/search/server/unanswered.ts': 'written beside the answer, which waits for nothing of it',
  'src/features/staff/server/guide.ts': 'a picture of the guide that is not there',
}

/** Places that go on after a failure: a `catch` that doesn't throw, and handlers of a rejection. */
function swallowing(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const places: string[] = []
  const note = (node: ts.Node) =>
    places.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`)
  const throws = (node: ts.Node): boolean =>
    ts.isThrowStatement(node) ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => throws(child) || undefined) ?? false))
  const rethrows = (handler: ts.Node | undefined): boolean =>
    handler !== undefined && (ts.isArrowFunction(handler) || ts.isFunctionExpression(handler)) && throws(handler.body)
  const visit = (node: ts.Node): void => {
    if (ts.isCatchClause(node) && !throws(node.block)) note(node)
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { text: name } = node.expression.name
      const [first, second] = node.arguments
      if (name === 'catch' && !rethrows(first)) note(node)
      if (name === 'then' && second && !rethrows(second)) note(node)
      if (name === 'allSettled') note(node)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return places
}

describe('on the way to a public page', () => {
  it('only one function goes on after a failure', () => {
    const files = sourceFiles('src').filter((file) => isOnTheWayToAPage(file) && !(file in allowed))
    expect(files.length).toBeGreaterThan(100)
    expect(nonEmpty(files).flatMap((file) => swallowing(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  it('no exception is for a file that has none', () => {
    const needless = Object.keys(allowed).filter((file) => swallowing(file, readFileSync(file, 'utf8')).length === 0)
    expect(needless).toEqual([])
  })

  it.each([
    ['an empty catch', 'try { a() } catch { b = [] }', true],
    ['a catch that returns', 'try { a() } catch (error) { log(error); return null }', true],
    ['a throw inside a function that nobody calls', 'try { a() } catch { const f = () => { throw 1 } }', true],
    ['a rejection that becomes nothing', 'a().catch(() => null)', true],
    ['a second handler', 'a().then((b) => b, () => null)', true],
    ['all settled', 'Promise.allSettled([a()])', true],
    [
      'a catch that throws what it does not know',
      'try { a() } catch (error) { if (!known(error)) throw error }',
      false,
    ],
    ['a rejection that is thrown on', 'a().catch((error) => { undo(); throw error })', false],
    ['cleaning up', 'try { a() } finally { b() }', false],
  ])('%s is seen for what it is', (_, text, isSwallowing) => {
    expect(swallowing('x.ts', text).length > 0).toBe(isSwallowing)
  })
})
