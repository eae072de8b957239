import type { MongoClient, ServerDescription, TopologyDescriptionChangedEvent } from 'mongodb'
import { unavailable } from '@/platform/database-unavailable'
import { OtherReplicaSetError } from '@/platform/server-absence'

/** How often the server is checked. */
const HEARTBEAT_MS = 500
/** A server without an answer for this long counts as unavailable. */
const SILENCE_MS = 1000
/** The grace period in which a busy process may read an answer late. */
const CONFIRM_MS = 150
const RETRY_MS = 1000

type Verdict = 'unknown' | 'here' | 'away'
type Seen = Pick<ServerDescription, 'isWritable' | 'type' | 'error'>

/** The combined state of a replica set; null while a server has not answered yet. */
function verdictOf(servers: readonly Seen[]): Verdict {
  if (servers.some(({ isWritable }) => isWritable)) return 'here'
  return servers.some(({ type, error }) => type === 'Unknown' && !error) ? 'unknown' : 'away'
}

/**
 * Decides for the whole process whether the MongoDB server is unavailable. It uses its own connections, so that a
 * busy process does not lose its working ones. While the server is unavailable, nothing waits for it, and pending
 * work fails.
 */
export class ServerWatch {
  private verdict: Verdict = 'unknown'
  private client: MongoClient | null = null
  private confirming: NodeJS.Timeout | null = null
  private isStopped = false
  /** Connected and authenticated once; from then on the driver monitors by itself. */
  private isConnected = false
  private lastError: Error | null = null
  private readonly waiting = new Set<(error: Error) => void>()
  private readonly firstVerdict: Promise<void>
  private settle: () => void = () => undefined

  /** @param changed called each time the server is found or lost */
  constructor(
    private readonly url: string,
    private readonly changed: (isAway: boolean) => void,
  ) {
    this.firstVerdict = new Promise((resolve) => {
      this.settle = resolve
    })
    setTimeout(() => this.verdict === 'unknown' && this.decide('away'), SILENCE_MS).unref()
    void this.keepAsking()
  }

  get isAway(): boolean {
    return this.verdict === 'away'
  }

  /** The driver's reason for the last failure. */
  get reason(): Error | null {
    return this.lastError
  }

  /** Waits for the first result, a second at most. @throws DatabaseUnavailableError when the server is away */
  async reached(): Promise<void> {
    await this.firstVerdict
    if (this.isAway) throw this.absence()
  }

  /** Waits for the server. @returns whether it became available in time */
  async appearsWithin(milliseconds: number): Promise<boolean> {
    const deadline = Date.now() + milliseconds
    while (this.verdict !== 'here' && Date.now() < deadline) await new Promise((later) => setTimeout(later, 20))
    return this.verdict === 'here'
  }

  /**
   * Runs work with the server, and aborts it as soon as the server is unavailable.
   * @throws DatabaseUnavailableError
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.isAway) throw this.absence()
    return new Promise<T>((resolve, reject) => {
      this.waiting.add(reject)
      work()
        .finally(() => this.waiting.delete(reject))
        .then(resolve, reject)
    })
  }

  async stop(): Promise<void> {
    this.isStopped = true
    if (this.confirming) clearTimeout(this.confirming)
    this.settle()
    await this.client?.close()
  }

  private absence(): Error {
    return unavailable('The MongoDB server does not answer.')
  }

  private async keepAsking(): Promise<void> {
    // Loaded on demand, because the driver takes a tenth of a second to load.
    const { MongoClient } = await import('mongodb')
    while (!this.isStopped) {
      let client: MongoClient | null = null
      try {
        client = new MongoClient(this.url, {
          heartbeatFrequencyMS: HEARTBEAT_MS,
          connectTimeoutMS: SILENCE_MS,
          socketTimeoutMS: SILENCE_MS,
          serverSelectionTimeoutMS: 20 * HEARTBEAT_MS,
          maxPoolSize: 1,
        })
        this.client = client
        client.on('topologyDescriptionChanged', (event) => this.see(event))
        await client.connect()
        if (this.isStopped) return await client.close()
        this.isConnected = true
        this.decide('here')
        return
      } catch (error) {
        this.lastError = error instanceof Error ? error : new Error(String(error))
        this.decide('away')
        await client?.close()
        await new Promise((later) => setTimeout(later, RETRY_MS).unref())
      }
    }
  }

  private see({ newDescription }: TopologyDescriptionChangedEvent): void {
    if (this.isStopped) return
    const servers = [...newDescription.servers.values()]
    const seen = verdictOf(servers)
    // The driver ignores servers of another replica set than the one in the connection string.
    const left = servers.length === 0 ? new OtherReplicaSetError('No server of the replica set answers.') : null
    this.lastError = servers.find(({ error }) => error)?.error ?? left ?? this.lastError
    if (seen === 'here') {
      if (!this.isConnected) return
      if (this.confirming) clearTimeout(this.confirming)
      this.confirming = null
      this.decide('here')
    } else if (this.verdict === 'here') {
      this.confirming ??= setTimeout(() => this.decide('away'), CONFIRM_MS)
    } else if (seen === 'away') {
      this.decide('away')
    }
  }

  private decide(verdict: 'here' | 'away'): void {
    if (this.isStopped || this.verdict === verdict) return
    this.verdict = verdict
    this.settle()
    if (verdict === 'away') {
      for (const give of this.waiting) give(this.absence())
      this.waiting.clear()
    }
    this.changed(verdict === 'away')
  }
}
