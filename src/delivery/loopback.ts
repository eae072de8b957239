import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'
import type { Semaphore } from '@/delivery/semaphore'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'

/** An answer of Next, whole. Header names are lower-case. */
export interface Rendered {
  status: number
  headers: Readonly<Record<string, string | string[]>>
  body: Buffer
}

interface RenderRequest {
  method: 'GET' | 'POST'
  /** Path and query. */
  url: string
  headers: Readonly<Record<string, string>>
  body?: Buffer
}

export type Render = (request: RenderRequest) => Promise<Rendered>

/** Renders as many pages at a time as the semaphore lets, of all and of each visitor's address. */
export const limitConcurrency =
  (render: Render, semaphore: Semaphore): Render =>
  (asked) =>
    semaphore.run(() => render(asked), asked.headers[CLIENT_ADDRESS_HEADER])

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void

/** A page that takes longer than this is not coming. */
const TIMEOUT_MS = 30_000

/** Two streams of which each reads what the other writes: a connection without a network. */
class Wire extends Duplex {
  private peer: Wire | null = null
  private continueWriting: (() => void) | null = null

  static pair(): [Wire, Wire] {
    const [left, right] = [new Wire(), new Wire()]
    left.peer = right
    right.peer = left
    return [left, right]
  }

  override _read(): void {
    const { continueWriting } = this
    this.continueWriting = null
    continueWriting?.()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const { peer } = this
    if (!peer || peer.destroyed || peer.push(chunk)) done()
    else peer.continueWriting = done
  }

  override _final(done: () => void): void {
    this.peer?.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { peer } = this
    if (peer && !peer.destroyed) process.nextTick(() => peer.destroy())
    done(error)
  }

  // node:http treats its streams as sockets.
  setTimeout(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

/** An agent whose connections lead to a request handler inside this process: real HTTP without a port. */
function agentOf(handler: Handler): Agent {
  const server = createServer((req, res) => void handler(req, res))
  const agent = new Agent({ keepAlive: false })
  const connect = () => {
    const [client, remote] = Wire.pair()
    server.emit('connection', remote)
    return client
  }
  agent.createConnection = connect as unknown as Agent['createConnection']
  return agent
}

/**
 * Asks a request handler inside this process: Next gets genuine requests and responses instead of
 * imitations that a new version may find wanting.
 */
export function loopback(handler: Handler): Render {
  const agent = agentOf(handler)
  return ({ method, url, headers, body }) =>
    new Promise<Rendered>((resolve, reject) => {
      const outgoing = request({
        method,
        path: url,
        headers: body ? { ...headers, 'content-length': String(body.byteLength) } : headers,
        agent,
      })
      const timer = setTimeout(
        () => outgoing.destroy(new Error(`No answer to ${method} in ${TIMEOUT_MS} ms`)),
        TIMEOUT_MS,
      )
      const fail = (error: Error) => {
        clearTimeout(timer)
        reject(error)
      }
      outgoing.on('error', fail)
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', fail)
        incoming.on('end', () => {
          clearTimeout(timer)
          resolve({ status: incoming.statusCode ?? 500, headers: present(incoming), body: Buffer.concat(chunks) })
        })
      })
      outgoing.end(body)
    })
}

/** Of one connection only (RFC 9110, 7.6.1), and what the body received here makes untrue. */
const ownOfConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect'])

export type Relay = (
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
  /** The status to send for the one that the handler answered. */
  statusFor?: (status: number) => number,
) => Promise<void>

/**
 * Hands on a request whose body is here already, and its answer as it comes. The handler is given
 * the headers and the address that `req` has now.
 */
export function relayTo(handler: Handler): Relay {
  const agent = agentOf(handler)
  return (req, res, body, statusFor = (status) => status) =>
    new Promise<void>((resolve, reject) => {
      const headers = Object.fromEntries(Object.entries(req.headers).filter(([name]) => !ownOfConnection.has(name)))
      const outgoing = request({
        method: req.method,
        path: req.url,
        headers: { ...headers, 'content-length': String(body.byteLength) },
        agent,
      })
      outgoing.on('error', (error) => (res.destroyed ? resolve() : reject(error)))
      res.on('close', () => {
        outgoing.destroy()
        resolve()
      })
      outgoing.on('response', (incoming) => {
        const { rawHeaders } = incoming
        for (let index = 0; index < rawHeaders.length; index += 2) {
          const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
          if (!ownOfConnection.has(name.toLowerCase())) res.appendHeader(name, value)
        }
        res.writeHead(statusFor(incoming.statusCode ?? 500))
        incoming.on('error', () => res.destroy())
        incoming.pipe(res)
      })
      outgoing.end(body)
    })
}

function present(incoming: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers[name] = value
  return headers
}
