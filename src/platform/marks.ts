import type { Payload } from 'payload'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

/** Numbers by which jobs remember, across processes and restarts, what they have dealt with. */

export async function readMark(payload: Payload, key: string): Promise<number | null> {
  const { docs } = await payload.find({
    collection: 'system-records',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    ...asSystem('job'),
  })
  return docs[0]?.value ?? null
}

export async function writeMark(payload: Payload, key: string, value: number): Promise<void> {
  const written = await updateRow(payload, 'mark', {
    collection: 'system-records',
    where: { key: { equals: key } },
    data: { value },
  })
  if (!written) await payload.create({ collection: 'system-records', data: { key, value }, ...asSystem('job') })
}
