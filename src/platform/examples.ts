import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'

const key = 'examples'

/** Whether this system was filled with examples, which every page then says. */
export async function hasExamples(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'system-records',
    where: { key: { equals: key } },
    ...asSystem('read-public-content'),
  })
  return totalDocs > 0
}

/** From now on pages say that there are examples: before the first of them is made. */
export async function markExamples(payload: Payload): Promise<void> {
  if (await hasExamples(payload)) return
  await payload.create({ collection: 'system-records', data: { key, value: 1 }, ...asSystem('seed-examples') })
}
