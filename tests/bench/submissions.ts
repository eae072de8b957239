import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { type Client, createClient, type InValue } from '@libsql/client'
import { issueChallenge } from '@/shared/intake/proof-of-work'
import { formData, formWith } from '../e2e/setup/form'
import { startSite } from '../e2e/setup/running-site'
import { solveChallenge } from '../factories/proof'
import { processFacts } from './setup/machine'
import { percentile, rounded } from './setup/statistics'

/**
 * Inquiries taken in through the real form, as browsers post it: proof of work checked, personal
 * fields encrypted, one row written durably before the answer. Beside it, the same row inserted bare
 * into the same table with the same settings of SQLite, in a process that does nothing else.
 */
const WRITERS = [1, 16] as const
const SUBMISSIONS: Readonly<Record<(typeof WRITERS)[number], number>> = { 1: 300, 16: 2400 }
/** Not counted: the first ones load and compile. */
const WARM_UP = 200

interface Figures {
  submissions: number
  perSecond: number
  p50Ms: number
  p99Ms: number
}

/** Does `work` for each of `items`, as many at a time as there are writers. */
async function timed<Item>(
  items: readonly Item[],
  writers: number,
  work: (item: Item) => Promise<void>,
): Promise<Figures> {
  const times: number[] = []
  const waiting = items.values()
  const started = performance.now()
  const writer = async () => {
    for (const item of waiting) {
      const begun = performance.now()
      await work(item)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return {
    submissions: times.length,
    perSecond: Math.round((times.length * 1000) / (performance.now() - started)),
    p50Ms: rounded(percentile(times, 0.5), 1),
    p99Ms: rounded(percentile(times, 0.99), 1),
  }
}

interface Post {
  body: Buffer
  contentType: string
}

const send = (url: string, agent: Agent, { body, contentType }: Post) =>
  new Promise<void>((resolve, reject) => {
    const headers = {
      'content-type': contentType,
      'content-length': body.byteLength,
      origin: new URL(url).origin,
    }
    const asked = request(url, { method: 'POST', agent, headers }, (res) => {
      res.resume()
      res.on('end', () =>
        res.statusCode === 303 ? resolve() : reject(new Error(`A form was answered with ${res.statusCode}.`)),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })

/** An easy challenge: what it costs to solve is the visitor's affair, checking it costs the server the same. */
const easyProof = async () => solveChallenge(await issueChallenge(new Date(), { min: 1, max: 2 }))

async function posts(page: string, count: number): Promise<Post[]> {
  const form = formWith(await (await fetch(page)).text(), 'message', page)
  const made: Post[] = []
  for (let index = 0; index < count; index += 1) {
    const key = randomBytes(18).toString('base64url')
    const encoded = new Response(
      formData(form, {
        kind: 'question',
        subject: `عن موعد الدورة ${key}`,
        message: `متى تبدأ الدورة القادمة؟ وهل تكفي الهوية للتسجيل؟ ${key}`,
        name: 'هند محمد',
        phone: `05${String(10_000_000 + index).slice(-8)}`,
        replyChannel: 'tracking',
        replyLocale: 'ar',
        consent: 'yes',
        submissionKey: key,
        proof: await easyProof(),
      }),
    )
    made.push({
      body: Buffer.from(await encoded.arrayBuffer()),
      contentType: encoded.headers.get('content-type') ?? '',
    })
  }
  return made
}

/** Copies of a stored row, each with unique keys of its own. */
async function rawInserts(client: Client, writers: number, count: number): Promise<Figures> {
  const { rows, columns } = await client.execute("SELECT * FROM inquiries WHERE proof LIKE 'work:%' LIMIT 1")
  const [row] = rows
  if (!row) throw new Error('No submission with a proof of work was stored.')
  const unique = new Set(['id', 'reference', 'submission_key', 'dedupe_key', 'proof', 'code_hash'])
  for (const column of unique) if (!columns.includes(column)) throw new Error(`inquiries has no column ${column}.`)
  const sql = `INSERT INTO inquiries (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  const copies = Array.from({ length: count }, () =>
    columns.map((name): InValue => (unique.has(name) ? randomBytes(18).toString('base64url') : (row[name] ?? null))),
  )
  return timed(copies, writers, async (args) => {
    await client.execute({ sql, args })
  })
}

async function stored(file: string): Promise<number> {
  const client = createClient({ url: `file:${file}` })
  const { rows } = await client.execute("SELECT count(*) AS stored FROM inquiries WHERE proof LIKE 'work:%'")
  client.close()
  return Number(rows[0]?.stored)
}

export async function bench() {
  const site = await startSite({ MINIMUM_FORM_SECONDS: '0', SWEEP_SECONDS: '10' })
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const file = path.join(site.dataDir, 'database.sqlite')
  try {
    // Proofs are signed with the site's keys.
    Object.assign(process.env, site.environment)
    const page = `${site.url}/ar/contact`
    const all = await posts(page, WARM_UP + SUBMISSIONS[1] + SUBMISSIONS[16])
    await timed(all.splice(0, WARM_UP), 16, (post) => send(page, agent, post))
    const throughForm: Record<string, Figures & { cpuMillisecondsEach: number | null }> = {}
    for (const writers of WRITERS) {
      const before = processFacts(site.pid())?.cpuSeconds
      const figures = await timed(all.splice(0, SUBMISSIONS[writers]), writers, (post) => send(page, agent, post))
      const after = processFacts(site.pid())?.cpuSeconds
      const isKnown = before !== undefined && after !== undefined
      throughForm[writers] = {
        ...figures,
        cpuMillisecondsEach: isKnown ? rounded(((after - before) * 1000) / figures.submissions, 1) : null,
      }
    }
    const expected = WARM_UP + SUBMISSIONS[1] + SUBMISSIONS[16]
    const found = await stored(file)
    if (found !== expected) throw new Error(`${expected} forms were accepted with their proof, ${found} are stored.`)

    await site.stop()
    const client = createClient({ url: `file:${file}` })
    const raw: Record<string, Figures> = {}
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA synchronous = FULL')
    for (const writers of WRITERS) raw[writers] = await rawInserts(client, writers, SUBMISSIONS[writers])
    client.close()
    return { journal: 'wal', synchronous: 'full', throughForm, raw }
  } finally {
    agent.destroy()
    await site.remove()
  }
}
