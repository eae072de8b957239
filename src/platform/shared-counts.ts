import type { Payload } from 'payload'
import type { Job } from '@/platform/jobs'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

/**
 * Counters shared by all processes on a database, each for a period that begins with its first count. One conditional
 * statement per count on both databases, so that two processes can't both take the last one.
 */
const HOLDER = 'count'
/** Per round; the next round takes the rest. */
const MAX_FORGOTTEN = 1000

export interface Count {
  /** A keyed hash, never the address or contact itself. */
  key: string
  seconds: number
  now: Date
  /** The number to add; one by default. */
  count?: number
}

const recordKey = (key: string): string => `count:${key}`

/** Counts one more, or as many. @returns the count of the current period */
export async function countShared(payload: Payload, { key, seconds, now, count = 1 }: Count): Promise<number> {
  const record = recordKey(key)
  const at = now.toISOString()
  const expiresAt = new Date(now.getTime() + seconds * 1000).toISOString()
  const change = async (span: 'running' | 'over', data: Record<string, unknown>) => {
    const inSpan = span === 'running' ? { greater_than: at } : { less_than_equal: at }
    return await updateRow(payload, 'count', {
      collection: 'system-records',
      where: { and: [{ key: { equals: record } }, { expiresAt: inSpan }] },
      data,
    })
  }
  // The loser of a race to begin the period counts in the winner's.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const counted = await change('running', { value: { $inc: count } })
    if (counted) return Number(counted.value)
    if (await change('over', { value: count, expiresAt })) return count
    const begun = await payload
      .create({
        collection: 'system-records',
        data: { key: record, value: count, holder: HOLDER, expiresAt },
        ...asSystem('rate-limit'),
      })
      .catch(() => null)
    if (begun) return count
  }
  throw new Error('A shared counter could not be counted.')
}

/** Counts one less in the running span. @returns how many there are now */
export async function uncountShared(payload: Payload, { key, now }: Omit<Count, 'seconds'>): Promise<number> {
  const counted = await updateRow(payload, 'count', {
    collection: 'system-records',
    where: {
      and: [
        { key: { equals: recordKey(key) } },
        { expiresAt: { greater_than: now.toISOString() } },
        { value: { greater_than: 0 } },
      ],
    },
    data: { value: { $inc: -1 } },
  })
  return Number(counted?.value ?? 0)
}

/** How many there are in the running span; counts nothing. */
export async function readShared(payload: Payload, { key, now }: Omit<Count, 'seconds' | 'count'>): Promise<number> {
  const { docs } = await payload.find({
    collection: 'system-records',
    where: { and: [{ key: { equals: recordKey(key) } }, { expiresAt: { greater_than: now.toISOString() } }] },
    limit: 1,
    pagination: false,
    ...asSystem('rate-limit'),
  })
  return docs[0]?.value ?? 0
}

/** Forgets counters whose span is over, and with them that somebody was here. */
export const forgetCounts: Job = {
  name: 'shared-counts',
  async run(payload, now) {
    const { docs } = await payload.find({
      collection: 'system-records',
      where: { and: [{ holder: { equals: HOLDER } }, { expiresAt: { less_than: now.toISOString() } }] },
      sort: 'expiresAt',
      limit: MAX_FORGOTTEN,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    if (docs.length === 0) return 0
    await payload.delete({
      collection: 'system-records',
      // The span is asked again: one that somebody began again meanwhile is kept.
      where: { and: [{ id: { in: docs.map(({ id }) => id) } }, { expiresAt: { less_than: now.toISOString() } }] },
      ...asSystem('job'),
    })
    return docs.length
  },
}
