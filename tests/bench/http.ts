import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { nodeFlags } from '../../scripts/steps/run.mjs'
import { freePort, startSite } from '../e2e/setup/running-site'
import { isAnswered, until } from '../setup/until'
import { type Load, load, loadGenerator, middleRound } from './setup/load'
import { findProgram, serverCore } from './setup/machine'
import { settle } from './setup/settle'
import { rounded } from './setup/statistics'

/**
 * A policy's page through the site's own server, straight from Next (`next start` on the same build and
 * database), and the same bytes with the same headers from nginx as the limit. Every server has one
 * core, wrk has the other; the site and nginx take turns, both write an access log to a file.
 */
const PAGE = '/ar/policies/beneficiary-relations'
const CONNECTIONS = [1, 16, 64] as const
const ROUNDS = 3
const ROUND_SECONDS = 4
interface Server {
  url: string
  pid: number
  stop(): Promise<unknown>
}

interface Answer {
  status: number
  headers: string[]
  body: Buffer
}

const ask = (url: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip' }, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.rawHeaders, body: Buffer.concat(chunks) }),
      )
    }).on('error', reject)
  })

async function untilUp(url: string): Promise<void> {
  await until(`${url} to come up`, () => isAnswered(url), { timeout: 30_000 })
}

async function launch(
  command: readonly string[],
  url: string,
  env: Record<string, string | undefined>,
): Promise<Server> {
  const [program = '', ...args] = [...serverCore, ...command]
  const child: ChildProcess = spawn(program, args, {
    env: { ...env, NODE_ENV: 'production' as const },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await untilUp(url)
  return {
    url,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Headers that every server makes itself. */
const ownHeaders = new Set(['content-type', 'content-length', 'date', 'connection', 'keep-alive', 'etag', 'server'])

function startNginx(program: string, folder: string, port: number, { headers, body }: Answer): Promise<Server> {
  mkdirSync(path.join(folder, 'html'))
  writeFileSync(path.join(folder, 'html/page'), body)
  const pairs = headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1] ?? ''] as const] : []))
  const added = pairs
    .filter(([name]) => !ownHeaders.has(name.toLowerCase()))
    .map(([name, value]) => `add_header ${name} "${value}";`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  )
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  sendfile on;
  tcp_nopush on;
  open_file_cache max=100;
  keepalive_requests 100000000;
  keepalive_timeout 65 65;
  access_log ${folder}/access.log combined buffer=64k flush=250ms;
  default_type "text/html; charset=utf-8";
  ${temporary.join('\n  ')}
  ${added.join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/html;
  }
}
`,
  )
  return launch([program, '-c', path.join(folder, 'nginx.conf')], `http://127.0.0.1:${port}/page`, process.env)
}

const perConnections = (measure: (connections: number) => Load | undefined) =>
  Object.fromEntries(
    CONNECTIONS.flatMap((connections) => {
      const found = measure(connections)
      return found ? [[String(connections), found] as const] : []
    }),
  )

export async function bench() {
  if (!loadGenerator) return { skipped: 'wrk is not installed (Debian: apt-get install wrk).' }
  const nginx = findProgram('nginx')
  const folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-bench-'))
  chmodSync(folder, 0o755)
  const site = await startSite(
    { LOG_LEVEL: 'info', SWEEP_SECONDS: '10' },
    { launcher: serverCore, logFile: path.join(folder, 'site.log') },
  )
  const servers: Server[] = []
  try {
    const ours: Server = { url: site.url + PAGE, pid: site.pid(), stop: () => site.remove() }
    servers.push(ours)
    await settle([ours.url])
    const page = await ask(ours.url)
    const contenders: Record<string, Server> = { ours }
    if (nginx) {
      const limit = await startNginx(nginx, folder, await freePort(), page)
      servers.push(limit)
      contenders.nginx = limit
      const same = await ask(limit.url)
      if (!same.body.equals(page.body)) throw new Error('nginx does not send the same bytes.')
    }
    const rounds: Record<string, Load[]> = {}
    for (const { url, pid } of Object.values(contenders)) await load(url, { connections: 64, seconds: 3, pid })
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const connections of CONNECTIONS) {
        for (const [name, { url, pid }] of Object.entries(contenders)) {
          const measured = await load(url, { connections, seconds: ROUND_SECONDS, pid })
          rounds[`${name} ${connections}`] = [...(rounds[`${name} ${connections}`] ?? []), measured]
        }
      }
    }
    const of = (name: string) =>
      perConnections((connections) => {
        const taken = rounds[`${name} ${connections}`]
        return taken && middleRound(taken)
      })
    const [siteLoads, nginxLoads] = [of('ours'), of('nginx')]

    const port = String(await freePort())
    const next = await launch(
      [
        process.execPath,
        ...nodeFlags,
        path.resolve('node_modules/next/dist/bin/next'),
        ...['start', '--hostname', '127.0.0.1', '--port', port],
      ],
      `http://127.0.0.1:${port}${PAGE}`,
      { ...process.env, ...site.environment, PORT: port, LOG_LEVEL: 'warn' },
    )
    servers.push(next)
    const nextLoads: Record<string, Load> = {}
    await load(next.url, { connections: 16, seconds: 3, pid: next.pid })
    for (const connections of CONNECTIONS) {
      nextLoads[String(connections)] = await load(next.url, { connections, seconds: ROUND_SECONDS, pid: next.pid })
    }
    const [fast, limit] = [siteLoads['64'], nginxLoads['64']]
    return {
      page: PAGE,
      bodyBytes: page.body.byteLength,
      ours: siteLoads,
      nginx: nginx ? nginxLoads : { skipped: 'nginx is not installed (Debian: apt-get install nginx-light).' },
      next: nextLoads,
      shareOfNginxAt64: fast && limit ? rounded(fast.requestsPerSecond / limit.requestsPerSecond, 2) : null,
    }
  } finally {
    for (const server of servers.reverse()) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
