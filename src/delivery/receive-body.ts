import type { IncomingMessage, ServerResponse } from 'node:http'
import { DRAINED_BYTES, declaredLength } from '@/delivery/body'
import type { BodyBudget } from '@/delivery/body-budget'
import { ByteBlocks } from '@/delivery/byte-blocks'
import type { TypedPart } from '@/delivery/multipart'
import { TypedParts } from '@/delivery/typed-parts'

/** The slowest line that is waited for: less than an old telephone at the edge of its network has. */
export interface Pace {
  /** Bytes that must arrive in any `seconds`, until the body is there. */
  bytes: number
  seconds: number
}

const defaultPace: Pace = { bytes: 30 * 1024, seconds: 30 }

/** Network packets are larger; each costs as much work as a large one. */
const SMALLEST_CHUNK = 64
const FEW_CHUNKS = 1000

export type Received =
  /** In memory, until `release` is called. */
  | { kind: 'whole'; body: Buffer; release(): void }
  /** The client went away. */
  | { kind: 'aborted' }
  /** Not accepted: too large, no memory left, or too slow. `typed` is the form without its files. */
  | { kind: 'tooLarge' | 'busy' | 'slow'; typed: readonly TypedPart[] | null }

export interface BodyWanted {
  /** In bytes. */
  limit: number
  /** Of a form, whose words come back when it can't be taken. */
  boundary: string | null
  address: string
}

/** Receives bodies before anybody else sees them, so that only whole ones take anything that others wait for. */
export class BodyReceiver {
  constructor(
    private readonly budget: BodyBudget,
    private readonly pace: Pace = defaultPace,
  ) {}

  receive(req: IncomingMessage, res: ServerResponse, { limit, boundary, address }: BodyWanted): Promise<Received> {
    const declared = declaredLength(req)
    const holding = this.budget.open(address)
    const { pace } = this
    const readTyped = () => (boundary === null ? null : new TypedParts(boundary))
    // Not read yet: the client has gone away.
    if (req.destroyed) return Promise.resolve({ kind: 'aborted' })
    const isTooLarge = declared.kind === 'known' && declared.bytes > limit
    const asksFirst = /^100-continue$/i.test(req.headers.expect ?? '')
    if (isTooLarge && (asksFirst || declared.bytes > DRAINED_BYTES)) {
      return Promise.resolve({ kind: 'tooLarge', typed: null })
    }
    if (asksFirst) res.writeContinue()
    return new Promise((resolve) => {
      let blocks = new ByteBlocks()
      let [bytes, chunks] = [0, 0]
      let refused = null as { kind: 'tooLarge' | 'busy'; typed: TypedParts } | null
      const arrived: number[] = []

      const settle = (received: Received) => {
        clearInterval(timer)
        req.off('data', onData).off('end', onEnd).off('close', onClose)
        if (received.kind !== 'whole') holding.release()
        blocks = new ByteBlocks()
        resolve(received)
      }
      /** Goes on reading, for the words only. */
      const refuse = (kind: 'tooLarge' | 'busy', next: Buffer) => {
        const typed = readTyped()
        if (typed === null || !holding.keepWords()) return settle({ kind, typed: null })
        for (const block of blocks) typed.add(block)
        typed.add(next)
        blocks = new ByteBlocks()
        refused = { kind, typed }
      }
      const onData = (chunk: Buffer) => {
        bytes += chunk.byteLength
        chunks += 1
        if (chunks > FEW_CHUNKS && bytes < chunks * SMALLEST_CHUNK) return settle({ kind: 'slow', typed: null })
        if (refused) {
          refused.typed.add(chunk)
          if (bytes > DRAINED_BYTES) settle({ kind: refused.kind, typed: null })
          return
        }
        if (bytes > limit) refuse('tooLarge', chunk)
        else if (holding.grow(chunk.byteLength)) blocks.add(chunk)
        else refuse('busy', chunk)
      }
      const onEnd = () => {
        if (refused) settle({ kind: refused.kind, typed: refused.typed.read() })
        else settle({ kind: 'whole', body: blocks.concat(), release: () => holding.release() })
      }
      const onClose = () => settle({ kind: 'aborted' })
      const watch = () => {
        arrived.push(bytes)
        if (arrived.length < pace.seconds || bytes - (arrived.at(-1 - pace.seconds) ?? 0) >= pace.bytes) return
        const typed = refused?.typed ?? readTyped()
        if (!refused) for (const block of blocks) typed?.add(block)
        settle({ kind: 'slow', typed: typed?.read() ?? null })
      }
      const timer = setInterval(watch, 1000).unref()

      req.on('error', () => undefined)
      req.on('data', onData).on('end', onEnd).on('close', onClose)
      if (isTooLarge) refuse('tooLarge', Buffer.alloc(0))
    })
  }
}
