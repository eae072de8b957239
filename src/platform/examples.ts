import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'

const key = 'examples'

/** Whether the database holds example data, which every page then states. */
export async function hasExamples(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'system-records',
    where: { key: { equals: key } },
    ...asSystem('read-public-content'),
  })
  return totalDocs > 0
}

/** Marks the database as holding examples, before the first one is created. */
export async function markExamples(payload: Payload): Promise<void> {
  if (await hasExamples(payload)) return
  await payload.create({ collection: 'system-records', data: { key, value: 1 }, ...asSystem('seed-examples') })
}
