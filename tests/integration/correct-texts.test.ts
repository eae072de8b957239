import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { correctEnglish } from '@/seed/correct-texts'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
const system = asSystem('test-setup')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await runSeeds(payload)
})
afterAll(() => stop())

const edition = async (locale: 'ar' | 'en') => {
  const { docs } = await payload.find({
    collection: 'editions',
    where: { number: { equals: 1 } },
    locale,
    fallbackLocale: false,
    depth: 0,
    limit: 1,
    ...asSystem('seed'),
  })
  const found = docs[0]
  if (!found) throw new Error('the seeded edition is missing')
  return found
}

const clause = async (locale: 'ar' | 'en', anchor: string) =>
  (await edition(locale)).sections?.flatMap(({ clauses }) => clauses ?? []).find((found) => found.anchor === anchor)

async function write(anchor: string, changed: { text?: string; doubts?: [] }) {
  const { id, sections } = await edition('en')
  await payload.update({
    collection: 'editions',
    id,
    locale: 'en',
    data: {
      sections: sections?.map((section) => ({
        ...section,
        clauses: section.clauses?.map((row) => (row.anchor === anchor ? { ...row, ...changed } : row)),
      })),
      _status: 'published',
    },
    ...system,
  })
}

it('brings corrected English and noted doubts to an earlier database, and leaves the Arabic and the words of editors', async () => {
  const arabic = (await edition('ar')).sections?.map(({ clauses }) => clauses?.map(({ text }) => text))
  await write('channel-4', { text: 'Letters and official correspondence' })
  await write('channel-1', { text: 'A meeting, as an editor put it' })
  await write('preamble-1', { doubts: [] })
  await correctEnglish(payload)
  expect((await clause('en', 'channel-4'))?.text).toBe('Official letters and correspondence')
  expect((await clause('en', 'channel-1'))?.text).toBe('A meeting, as an editor put it')
  expect((await clause('ar', 'preamble-1'))?.doubts?.map(({ word }) => word)).toEqual(['تقصيرها', 'تنفيذه'])
  expect((await edition('ar')).sections?.map(({ clauses }) => clauses?.map(({ text }) => text))).toEqual(arabic)
  const { updatedAt } = await edition('en')
  await correctEnglish(payload)
  expect((await edition('en')).updatedAt).toBe(updatedAt)
})

it('corrects the ends of a scale only while nobody has answered the survey', async () => {
  const survey = async () => {
    const { docs } = await payload.find({
      collection: 'surveys',
      where: { slug: { equals: 'how-we-served-you' } },
      locale: 'en',
      depth: 0,
      limit: 1,
      ...system,
    })
    const found = docs[0]
    if (!found) throw new Error('the seeded survey is missing')
    return found
  }
  const lowest = async () => (await survey()).questions?.find(({ key }) => key === 'overall')?.lowLabel
  const before = await survey()
  await payload.update({
    collection: 'surveys',
    id: before.id,
    locale: 'en',
    data: {
      questions: before.questions?.map((row) => (row.key === 'overall' ? { ...row, lowLabel: 'Very poor' } : row)),
      _status: 'published',
    },
    ...system,
  })
  expect(await lowest()).toBe('Very poor')
  await correctEnglish(payload)
  expect(await lowest()).toBe('Not satisfactory at all')
})
