import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { until } from '../../setup/until'

const QUIET_MS = 700

/** Stands between browser and site and counts what passes, icons and workers' scripts included. */
export interface CountingProxy {
  url: string
  /** Addresses asked for and bytes sent to the browser, headers included, since the last call. */
  take(): { requests: string[]; bytes: number }
  /** Resolves when nothing has been asked for in a while. */
  quiet(): Promise<void>
  close(): void
}

export async function countingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port, host } = new URL(target)
  const sockets = new Set<Socket>()
  let requests: string[] = []
  let before = 0
  let lastAsked = 0
  const sent = () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0)
  const server = createServer((req, res) => {
    requests.push(String(req.url))
    lastAsked = performance.now()
    const headers = { ...req.headers, host }
    const asked = request({ hostname, port, path: req.url, method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(res)
    })
    asked.on('error', () => res.destroy())
    req.pipe(asked)
  })
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = { requests, bytes: sent() - before }
      requests = []
      before = sent()
      return taken
    },
    async quiet() {
      await until('nothing to be asked for', () => performance.now() - lastAsked >= QUIET_MS)
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
