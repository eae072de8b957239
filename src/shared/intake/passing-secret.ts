import type { Payload } from 'payload'
import { keyedHash, randomToken } from '@/platform/crypto'
import type { Job } from '@/platform/jobs'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

/**
 * A form that comes without a key of its own (its page runs no script) is known for some minutes by
 * where it came from, so that a second press is the same submission. The secrets that go into this are
 * overwritten when the minutes are over: afterwards the sender can't be found out from what is stored,
 * not even with every key of the installation.
 */
const WINDOW_MS = 10 * 60_000
/** The running window and the one before it. */
const SLOTS = 2

const windowOf = (now: Date) => Math.floor(now.getTime() / WINDOW_MS)
const recordKey = (window: number) => `passing-secret:${window % SLOTS}`
const allKeys = Array.from({ length: SLOTS }, (_, slot) => recordKey(slot))

interface StoredSecret {
  window: number
  secret: string
}

async function storedSecrets(payload: Payload): Promise<StoredSecret[]> {
  const { docs } = await payload.find({
    collection: 'system-records',
    where: { key: { in: allKeys } },
    limit: SLOTS,
    pagination: false,
    ...asSystem('rate-limit'),
  })
  return docs.map(({ value, holder }) => ({ window: value, secret: holder ?? '' }))
}

/** Writes the window's secret over the one of two windows before; the loser of the race takes the winner's. */
async function beginWindow(payload: Payload, window: number): Promise<string> {
  const key = recordKey(window)
  const data = { value: window, holder: randomToken(), expiresAt: new Date((window + SLOTS) * WINDOW_MS).toISOString() }
  const written = await updateRow(payload, 'claim', {
    collection: 'system-records',
    where: { and: [{ key: { equals: key } }, { value: { not_equals: window } }] },
    data,
  })
  if (written) return data.holder
  await payload
    .create({ collection: 'system-records', data: { key, ...data }, ...asSystem('rate-limit') })
    .catch(() => undefined)
  const found = (await storedSecrets(payload)).find((stored) => stored.window === window)
  if (!found) throw new Error('A passing secret could not be stored.')
  return found.secret
}

/**
 * Names for a sender that hold for ten to twenty minutes.
 * @param sender everything by which two senders are distinguished
 * @returns the present name first, then the one under which the sender was known in the window before
 */
export async function passingNames(payload: Payload, sender: string, now: Date): Promise<string[]> {
  const window = windowOf(now)
  const stored = await storedSecrets(payload)
  const secretOf = (wanted: number) => stored.find((one) => one.window === wanted)?.secret
  const current = secretOf(window) ?? (await beginWindow(payload, window))
  return [current, secretOf(window - 1)].flatMap((secret) =>
    secret ? keyedHash(JSON.stringify([secret, sender]), 'passing-name') : [],
  )
}

/** Overwrites expired secrets, also when no other form arrives. */
export const forgetPassingSecrets: Job = {
  name: 'passing-secrets',
  async run(payload, now) {
    let forgotten = 0
    for (const key of allKeys) {
      const cleared = await updateRow(payload, 'forget', {
        collection: 'system-records',
        where: { and: [{ key: { equals: key } }, { expiresAt: { less_than: now.toISOString() } }] },
        data: { value: 0, holder: null, expiresAt: null },
      })
      if (cleared) forgotten += 1
    }
    return forgotten
  },
}
