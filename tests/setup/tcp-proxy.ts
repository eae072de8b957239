import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Stands before a server and can be as good as any network, or as bad. */
export interface TcpProxy {
  readonly port: number
  /** As a server that was stopped: connections break and new ones are refused. */
  refuse(): Promise<void>
  /** As a server that hangs, or a network that swallows what is sent: what is open says nothing more, and new ones get no answer. */
  hang(): void
  /** As the server itself. What hung breaks. */
  pass(): Promise<void>
  close(): Promise<void>
}

export async function tcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let isHanging = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    return socket
  }
  const serve = (): Server =>
    createServer((client) => {
      keep(client)
      if (isHanging) return
      const server = keep(connect(port, host))
      client.on('close', () => server.destroy())
      server.on('close', () => client.destroy())
      client.pipe(server).pipe(client)
    })
  let listener = serve()
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const own = (listener.address() as AddressInfo).port
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const refuse = async () => {
    if (!listener.listening) return
    const closed = once(listener, 'close')
    listener.close()
    breakAll()
    await closed
  }
  return {
    port: own,
    refuse,
    hang() {
      isHanging = true
      for (const socket of sockets) {
        socket.unpipe()
        socket.pause()
      }
    },
    async pass() {
      isHanging = false
      breakAll()
      if (listener.listening) return
      listener = serve()
      listener.listen(own, '127.0.0.1')
      await once(listener, 'listening')
    },
    async close() {
      await refuse()
    },
  }
}

/** The address of the first server in `url` as the proxy has it, which the driver then doesn't leave for another one. */
export function through(proxy: Pick<TcpProxy, 'port'>, url: string): string {
  const address = new URL(url)
  address.host = `127.0.0.1:${proxy.port}`
  address.searchParams.set('directConnection', 'true')
  return address.href
}
