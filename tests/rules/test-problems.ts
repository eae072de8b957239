import ts from 'typescript'

/** Ways to write a test so that it can't fail as it is meant to, or takes as long as it takes. */
export type TestProblem =
  /** Waits for a while instead of for something. `// Pause: …` above it says why a pause is what is tried. */
  | 'fixed wait'
  /** Any error will do, such as one of a misspelled name. */
  | 'any error'
  /** Anything will do, such as a promise that nobody awaited. */
  | 'any value'
  /** Ends before what it expects. `fc.pre`, `it.runIf` and `describe.skipIf` say that something is left out. */
  | 'silent return'
  /** Expects something only if, and nobody knows whether it ever was. */
  | 'conditional expectation'
  /** Expects something of each in a list that may be empty. `nonEmpty` fails then. */
  | 'nothing to go through'
  /** Looks at a page once, which may not be there yet. `expect.poll` looks again. */
  | 'single look'

type FunctionNode = ts.ArrowFunction | ts.FunctionExpression
const isFunction = (node: ts.Node | undefined): node is FunctionNode =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node))

/** Without the types and brackets around it. */
const plain = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? plain(node.expression)
    : node

/** `it` of `it.each(…)('…')`, `expect` of `expect(…).not.toBe`. */
function rootOf(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isTaggedTemplateExpression(node)) return rootOf(node.tag)
  return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) ? rootOf(node.expression) : null
}

/** `toBe` of `expect(…).toBe(…)`; of a plain call its name. */
function methodOf({ expression }: ts.CallExpression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  return ts.isIdentifier(expression) ? expression.text : ''
}

const calls = (node: ts.Node | undefined, root: string): node is ts.CallExpression =>
  node !== undefined && ts.isCallExpression(node) && rootOf(node.expression) === root

/** `expect.fail` is a `throw`. */
const isFailing = (node: ts.Node | undefined): boolean => calls(node, 'expect') && methodOf(node) === 'fail'

/** Whether something is expected in the node itself, functions within it left out. */
const expects = (node: ts.Node): boolean =>
  (calls(node, 'expect') && !isFailing(node)) ||
  (ts.forEachChild(node, (child) => (!ts.isFunctionLike(child) && expects(child)) || undefined) ?? false)

/** A test's own function, or one that is called for it: of a property, of a loop. */
const isOfTest = (node: ts.Node | undefined): node is FunctionNode =>
  isFunction(node) &&
  ts.isCallExpression(node.parent) &&
  !/^(before|after)(Each|All)$/.test(rootOf(node.parent.expression) ?? '')

const namesIn = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []))

function identifiersIn(node: ts.Node): string[] {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isPropertyAccessExpression(node)) return identifiersIn(node.expression)
  const found: string[] = []
  ts.forEachChild(node, (child) => void found.push(...identifiersIn(child)))
  return found
}

const isFilledLiteral = (value: ts.Expression): boolean =>
  ts.isArrayLiteralExpression(value) && value.elements.some((element) => !ts.isSpreadElement(element))

/** What of a file is known without running it. */
interface Known {
  /** Lists that stand in the file or in another, as they are. */
  filled: ReadonlySet<string>
  /** What a test or a group of tests is run with. */
  given: ReadonlySet<string>
}

function readKnown(source: ts.SourceFile): Known {
  const filled = new Set<string>()
  const given = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) filled.add(node.name.text)
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const value = plain(node.initializer)
      if (isFilledLiteral(value) || ts.isObjectLiteralExpression(value)) filled.add(node.name.text)
    }
    if (calls(node, 'it') || calls(node, 'describe')) {
      const parameters = node.arguments.filter(isFunction).flatMap((made) => [...made.parameters])
      for (const name of parameters.flatMap((parameter) => namesIn(parameter.name))) given.add(name)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { filled, given }
}

function isFilled(list: ts.Expression, known: Known): boolean {
  const value = plain(list)
  if (isFilledLiteral(value)) return true
  if (ts.isIdentifier(value)) return known.filled.has(value.text) || known.given.has(value.text)
  if (!ts.isCallExpression(value)) return false
  if (rootOf(value) === 'nonEmpty') return true
  if (!/^(entries|keys|values|map|toSorted|sort)$/.test(methodOf(value))) return false
  // Object.keys(list), and list.entries() and the like.
  const [of = null] =
    rootOf(value) === 'Object' ? value.arguments : [(value.expression as ts.PropertyAccessExpression).expression]
  return of !== null && isFilled(of, known)
}

/** `expect(list.filter(…)).toEqual([])` and `expect(list.every(…)).toBe(true)`: the list. */
function listAskedFor(node: ts.CallExpression): ts.Expression | null {
  const [wanted] = node.arguments
  if (!calls(node, 'expect') || !wanted || !ts.isPropertyAccessExpression(node.expression)) return null
  const [asked] = ts.isCallExpression(node.expression.expression) ? node.expression.expression.arguments : []
  const found = asked && plain(asked)
  if (!found || !ts.isCallExpression(found) || !ts.isPropertyAccessExpression(found.expression)) return null
  const isNone = (ts.isArrayLiteralExpression(wanted) && wanted.elements.length === 0) || wanted.getText() === '0'
  const isAll = wanted.kind === ts.SyntaxKind.TrueKeyword
  const isAsked = (isNone && /^(filter|flatMap)$/.test(methodOf(found))) || (isAll && methodOf(found) === 'every')
  return isAsked ? found.expression.expression : null
}

function isSleep(node: ts.CallExpression): boolean {
  const name = methodOf(node)
  if (name === 'waitForTimeout') return true
  if (!ts.isIdentifier(node.expression)) return node.expression.getText() === 'Atomics.wait'
  const isInPromise = () =>
    ts.findAncestor(node, (above) => ts.isNewExpression(above) && above.expression.getText() === 'Promise') !==
    undefined
  return /^(wait|sleep|pause|delay)$/.test(name) || (name === 'setTimeout' && isInPromise())
}

/** What reads a page as it is at that moment. */
const reading =
  /^(inputValue|innerText|innerHTML|textContent|getAttribute|is(Visible|Hidden|Checked|Disabled|Enabled|Editable)|count|title|all(InnerTexts|TextContents)|evaluate(All)?|\$\$eval|boundingBox)$/

/** `expect(await page.title())` of a browser's page; `expect.poll` is a method. */
const looksOnce = (node: ts.CallExpression): boolean => {
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'expect') return false
  const awaited = (inside: ts.Node): boolean =>
    (ts.isAwaitExpression(inside) &&
      ts.isCallExpression(inside.expression) &&
      ts.isPropertyAccessExpression(inside.expression.expression) &&
      reading.test(methodOf(inside.expression))) ||
    (ts.forEachChild(inside, (child) => awaited(child) || undefined) ?? false)
  return node.arguments.some(awaited)
}

const isNegated = ({ expression }: ts.CallExpression): boolean => /\.not\.\w+$/.test(expression.getText())

function problemsAt(node: ts.Node, known: Known, isOfBrowser: boolean): TestProblem[] {
  const problems: TestProblem[] = []
  const around = ts.findAncestor(node.parent, ts.isFunctionLike)
  if (ts.isCallExpression(node)) {
    if (isSleep(node)) problems.push('fixed wait')
    if (isOfBrowser && looksOnce(node)) problems.push('single look')
    if (/^toThrow(Error)?$/.test(methodOf(node)) && node.arguments.length === 0 && !isNegated(node)) {
      problems.push('any error')
    }
    if (/^toBe(Defined|Truthy|Falsy)$/.test(methodOf(node))) problems.push('any value')
    const list = listAskedFor(node)
    if (list && !isFilled(list, known)) problems.push('nothing to go through')
    const [done] = node.arguments
    if (methodOf(node) === 'forEach' && isFunction(done) && expects(done.body)) {
      if (!isFilled((node.expression as ts.PropertyAccessExpression).expression, known)) {
        problems.push('nothing to go through')
      }
    }
  }
  if (ts.isForOfStatement(node) && expects(node.statement) && !isFilled(node.expression, known)) {
    problems.push('nothing to go through')
  }
  if (ts.isReturnStatement(node) && isOfTest(around) && expects(around.body) && !isFailing(node.expression)) {
    const condition = ts.findAncestor(node, (above) => above === around || ts.isIfStatement(above))
    if (condition !== around) problems.push('silent return')
  }
  if (ts.isIfStatement(node) && isOfTest(around)) {
    const isGiven = identifiersIn(node.expression).every((name) => known.given.has(name))
    const branches = [node.thenStatement, node.elseStatement]
    if (!isGiven && branches.some((branch) => branch && expects(branch))) problems.push('conditional expectation')
  }
  return problems
}

/** The problems of a test file, each with its place. */
export function problemsOf(file: string, text: string): { problem: TestProblem; place: string }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const known = readKnown(source)
  const lines = text.split('\n')
  const problems: { problem: TestProblem; place: string }[] = []
  const visit = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    const isMeant = [lines[line], lines[line - 1]].some((text) => text?.includes('// Pause: '))
    for (const problem of problemsAt(node, known, /^tests\/(e2e|shots)\//.test(file))) {
      if (problem !== 'fixed wait' || !isMeant) problems.push({ problem, place: `${file}:${line + 1}` })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return problems
}
