import { readFileSync, writeFileSync } from 'node:fs'

/** The figures as tables in docs/PERFORMANCE.md, between its two marks; what stands around them is written by hand. */
const MARKS = { start: '<!-- figures: written by npm run bench -- --write-docs -->', end: '<!-- end of figures -->' }

type Figures = Readonly<Record<string, unknown>>

/** The value at a path of names, or undefined. */
function at(figures: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? (value as Figures)[name] : undefined),
      figures,
    )
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 })

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

interface Goal {
  limit: number
  is: 'at least' | 'at most'
}

const atLeast = (limit: number): Goal => ({ limit, is: 'at least' })
const atMost = (limit: number): Goal => ({ limit, is: 'at most' })

/** The figures with a goal. */
const goals: readonly [what: string, path: string, unit: string, goal: Goal][] = [
  ['Policy page, 64 connections', 'http/ours/64/requestsPerSecond', 'requests/s', atLeast(25_000)],
  ['… its slowest 1 %', 'http/ours/64/p99Ms', 'ms', atMost(5)],
  ['… as a share of nginx', 'http/shareOfNginxAt64', '', atLeast(0.5)],
  ...(['home', 'policy', 'service', 'contact'] as const).flatMap((page): [string, string, string, Goal][] => [
    [`First view of ${page}`, `pages/${page}/first/kilobytes`, 'KB', atMost(90)],
    ['…', `pages/${page}/first/requests`, 'requests', atMost(6)],
  ]),
  ...(['home', 'policy', 'service', 'contact'] as const).flatMap((page): [string, string, string, Goal][] => [
    [`Lighthouse of ${page}: performance`, `lighthouse/${page}/performance`, '', atLeast(100)],
    ['… accessibility', `lighthouse/${page}/accessibility`, '', atLeast(100)],
    ['… best practices', `lighthouse/${page}/bestPractices`, '', atLeast(100)],
    ['… search engines', `lighthouse/${page}/seo`, '', atLeast(100)],
    ['… largest paint', `lighthouse/${page}/lcpMs`, 'ms', atMost(1200)],
    ['… layout shift', `lighthouse/${page}/cls`, '', atMost(0)],
  ]),
  ['Edit to fresh, median', 'edit/freshMedianMs', 'ms', atMost(150)],
  ['Submissions, 16 writers', 'submissions/throughForm/16/perSecond', 'a second', atLeast(300)],
  ['… the slowest 1 %', 'submissions/throughForm/16/p99Ms', 'ms', atMost(150)],
  ['Search among 5,000 clauses, the slowest 1 %', 'search/p99Ms', 'ms', atMost(50)],
  ['Memory after 10,000 requests', 'memory/residentMb', 'MB', atMost(400)],
]

/** Of both releases of Node that were measured. */
interface Measured {
  /** On the one of production: everything. */
  figures: Figures
  /** On the oldest one that will do: what depends on Node. */
  oldest: Figures
}

function cell(figures: Figures, path: string, unit: string): string {
  const found = at(figures, path)
  return typeof found === 'number' ? `${numbers.format(found)} ${unit}`.trim() : '–'
}

const majorOf = (figures: Figures): string => `Node ${String(at(figures, 'machine/node')).split('.')[0]}`

function goalRow({ figures, oldest }: Measured, [what, path, unit, { limit, is }]: (typeof goals)[number]): string[] {
  const found = at(figures, path)
  const goal = `${is} ${numbers.format(limit)}`
  if (typeof found !== 'number') {
    const [part = ''] = path.split('/')
    const reason = at(figures, `${part}/skipped`) ?? at(figures, `${part}/failed`)
    return [what, typeof reason === 'string' ? reason : 'not measured', goal, '', '–']
  }
  const isMet = is === 'at least' ? found >= limit : found <= limit
  return [what, cell(figures, path, unit), goal, isMet ? 'met' : '**missed**', cell(oldest, path, unit)]
}

function loadTable({ figures, oldest }: Measured): string {
  const servers = [
    [figures, 'ours', `This site, ${majorOf(figures)}`],
    [oldest, 'ours', `This site, ${majorOf(oldest)}`],
    [figures, 'nginx', 'nginx, same bytes'],
    [figures, 'next', `Next alone, same page, ${majorOf(figures)}`],
    [oldest, 'next', `Next alone, same page, ${majorOf(oldest)}`],
  ] as const
  const fields = ['requestsPerSecond', 'p50Ms', 'p99Ms', 'cpuMicrosecondsPerRequest', 'bytesPerAnswer']
  const rows = servers.flatMap(([of, key, name]) =>
    ['1', '16', '64'].map((connections) => [
      name,
      connections,
      ...fields.map((field) => cell(of, `http/${key}/${connections}/${field}`, '')),
    ]),
  )
  return table(['Server', 'Connections', 'Requests/s', 'p50 ms', 'p99 ms', 'CPU µs each', 'Bytes each'], rows)
}

/** Everything else worth knowing, without a goal. */
const facts: readonly [what: string, path: string, unit: string][] = [
  ['Repeat view of the policy', 'pages/policy/repeat/kilobytes', 'KB'],
  ['… requests', 'pages/policy/repeat/requests', ''],
  ['Edit: until the editor has the answer, median', 'edit/savedMedianMs', 'ms'],
  ['Edit to fresh, slowest of 15', 'edit/freshMaxMs', 'ms'],
  ['Submissions, one writer', 'submissions/throughForm/1/perSecond', 'a second'],
  ['… p99', 'submissions/throughForm/1/p99Ms', 'ms'],
  ['… processor time of one, 16 writers', 'submissions/throughForm/16/cpuMillisecondsEach', 'ms'],
  ['Raw inserts of the same row, one writer', 'submissions/raw/1/perSecond', 'a second'],
  ['… p99', 'submissions/raw/1/p99Ms', 'ms'],
  ['Raw inserts, 16 writers', 'submissions/raw/16/perSecond', 'a second'],
  ['… p99', 'submissions/raw/16/p99Ms', 'ms'],
  ['Search, median', 'search/p50Ms', 'ms'],
  ['Search: building the index of 5,000 clauses', 'search/buildMs', 'ms'],
  ['Start of the process to the first page, median of 5', 'start/processMedianMs', 'ms'],
  ['`npm start`, nothing left to do, to the first page, median of 5', 'start/npmStartMedianMs', 'ms'],
  ['Memory when ready', 'memory/readyMb', 'MB'],
  ['Memory at its peak', 'memory/peakMb', 'MB'],
]

const factRow = ({ figures, oldest }: Measured, [what, path, unit]: (typeof facts)[number]): string[] => [
  what,
  cell(figures, path, unit),
  cell(oldest, path, unit),
]

function machineLine({ figures, oldest }: Measured): string {
  const say = (name: string) => String(at(figures, `machine/${name}`))
  const cores = at(figures, 'machine/isPinned')
    ? 'The server of the first part has one core to itself, the load generator the other.'
    : 'Server and load generator share the cores.'
  return `Run of ${say('takenAt').slice(0, 16).replace('T', ' ')} UTC, commit ${say('commit')}${at(figures, 'machine/isTreeClean') ? '' : ' with changes'}: ${say('processor')}, ${say('cores')} cores, ${say('memoryGb')} GB, ${say('system')}, Node ${say('node')}, and after it Node ${String(at(oldest, 'machine/node'))} on the same build; load before them ${say('loadBefore')} and ${String(at(oldest, 'machine/loadBefore'))}. ${cores}`
}

/** Writes what was measured on both releases of Node, as `npm run bench` prints it. */
export function writeTables(file: string, measured: Measured): void {
  const { figures, oldest } = measured
  const text = readFileSync(file, 'utf8')
  const [start, end] = [text.indexOf(MARKS.start), text.indexOf(MARKS.end)]
  if (start === -1 || end < start) throw new Error(`${file} lacks the marks between which its tables stand.`)
  const parts = [
    MARKS.start,
    machineLine(measured),
    table(
      ['Figure', majorOf(figures), 'Goal', '', majorOf(oldest)],
      goals.map((goal) => goalRow(measured, goal)),
    ),
    '### Requests per second',
    loadTable(measured),
    '### Other figures',
    table(
      ['Figure', majorOf(figures), majorOf(oldest)],
      facts.map((fact) => factRow(measured, fact)),
    ),
  ]
  writeFileSync(file, `${text.slice(0, start)}${parts.join('\n\n')}\n\n${text.slice(end)}`)
}
