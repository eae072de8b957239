import type { Payload } from 'payload'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

/**
 * Acquires or renews a lease, which at most one process on a database holds at `now`. It expires after `seconds`. One
 * conditional statement on both databases.
 * @returns whether `holder` has it now
 */
export async function takeLease(
  payload: Payload,
  { name, holder, seconds, now }: { name: string; holder: string; seconds: number; now: Date },
): Promise<boolean> {
  const key = `lease:${name}`
  const expiresAt = new Date(now.getTime() + seconds * 1000).toISOString()
  const claimed = await updateRow(payload, 'claim', {
    collection: 'system-records',
    where: {
      and: [
        { key: { equals: key } },
        { or: [{ holder: { equals: holder } }, { expiresAt: { less_than: now.toISOString() } }] },
      ],
    },
    data: { holder, expiresAt },
  })
  if (claimed) return true
  try {
    await payload.create({
      collection: 'system-records',
      data: { key, value: 0, holder, expiresAt },
      ...asSystem('job'),
    })
    return true
  } catch {
    // The row exists: another process holds the lease.
    return false
  }
}
