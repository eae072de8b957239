import type { MongoClient, ServerDescription, TopologyDescriptionChangedEvent } from 'mongodb'
import { unavailable } from '@/platform/database-unavailable'
import { OtherReplicaSetError } from '@/platform/server-absence'

/** How often the server is asked, and how soon one that was away is found again. */
const HEARTBEAT_MS = 500
/** A server that says nothing for so long is away. */
const SILENCE_MS = 1000
/**
 * For so long one may be out of sight: a process that was busy reads an answer late, and finds it
 * when it asks again.
 */
const CONFIRM_MS = 150
const RETRY_MS = 1000

type Verdict = 'unknown' | 'here' | 'away'
type Seen = Pick<ServerDescription, 'isWritable' | 'type' | 'error'>

/** What the servers of a set say together: null while one of them has not been heard yet. */
function verdictOf(servers: readonly Seen[]): Verdict {
  if (servers.some(({ isWritable }) => isWritable)) return 'here'
  return servers.some(({ type, error }) => type === 'Unknown' && !error) ? 'unknown' : 'away'
}

/**
 * Decides, once for the whole process, whether the MongoDB server is away. It asks over connections
 * of its own, so that a process that is busy for a moment loses none of those it works with. While
 * the server is away nothing waits for it, and what was waiting fails.
 */
export class ServerWatch {
  private verdict: Verdict = 'unknown'
  private client: MongoClient | null = null
  private confirming: NodeJS.Timeout | null = null
  private isStopped = false
  /** Found once, and the user and the password were good; from then on the driver keeps looking by itself. */
  private isConnected = false
  private lastError: Error | null = null
  private readonly waiting = new Set<(error: Error) => void>()
  private readonly firstVerdict: Promise<void>
  private settle: () => void = () => undefined

  /** @param changed is told each time the server is found or lost */
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

  /** Why the server could not be reached the last time, in the driver's words. */
  get reason(): Error | null {
    return this.lastError
  }

  /** Waits for the first verdict, a second at most. @throws DatabaseUnavailableError when the server is away */
  async reached(): Promise<void> {
    await this.firstVerdict
    if (this.isAway) throw this.absence()
  }

  /** Waits for the server. @returns whether it came in time */
  async appearsWithin(milliseconds: number): Promise<boolean> {
    const deadline = Date.now() + milliseconds
    while (this.verdict !== 'here' && Date.now() < deadline) await new Promise((later) => setTimeout(later, 20))
    return this.verdict === 'here'
  }

  /**
   * Does work with the server, or gives it up as soon as the server is away.
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
    // Only where it is used: the driver takes a tenth of a second to load.
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
    // The driver leaves out whoever answers for another set than the address names.
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
