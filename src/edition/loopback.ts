import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'

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

/** More pages are being made than this machine can make; asking again later is kinder than waiting. */
export class RenderBusyError extends Error {
  override readonly name = 'RenderBusyError'
}

/** Renders at most `atOnce` pages at a time, and lets at most `waiting` more wait for their turn. */
export function inTurns(render: Render, { atOnce, waiting }: { atOnce: number; waiting: number }): Render {
  const queue: Array<() => void> = []
  let running = 0
  return async (asked) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new RenderBusyError(`${waiting} pages are waiting already.`)
      await new Promise<void>((turn) => queue.push(turn))
    } else {
      running += 1
    }
    try {
      return await render(asked)
    } finally {
      // The place goes to the next in the queue, or is free.
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}

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

/**
 * Asks a request handler inside this process, over real HTTP but without a port: Next gets genuine
 * requests and responses instead of imitations that a new version may find wanting.
 */
export function loopback(handler: Handler): Render {
  const server = createServer((req, res) => void handler(req, res))
  const connect = () => {
    const [client, remote] = Wire.pair()
    server.emit('connection', remote)
    return client
  }
  const agent = new Agent({ keepAlive: false })
  agent.createConnection = connect as unknown as Agent['createConnection']

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

function present(incoming: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers[name] = value
  return headers
}
