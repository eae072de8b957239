import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { pageSeed } from '@/seed/site'
import { empty } from '../setup/empty'
import { startPayload } from '../setup/payload'

/** A page that is added to the table of pages reaches databases that were seeded before it. */

const test = asSystem('test-setup')
let payload: Payload
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
beforeEach(() => empty(payload, 'pages'))
afterAll(() => stop())

const titles = async () => {
  const { docs } = await payload.find({
    collection: 'pages',
    where: { and: [{ slug: { equals: 'about' } }, { _status: { equals: 'published' } }] },
    locale: 'all' as 'ar',
    limit: 2,
    ...test,
  })
  return docs.map(({ title }) => title as unknown)
}

it('is published in both languages once, and stays away when staff delete it', async () => {
  const seed = pageSeed('about')
  expect(await runSeeds(payload, [seed])).toEqual(['page-about'])
  expect(await titles()).toEqual([{ ar: 'عن الجمعية', en: 'About us' }])
  await payload.delete({ collection: 'pages', where: { slug: { equals: 'about' } }, ...test })
  expect(await runSeeds(payload, [seed])).toEqual([])
  expect(await titles()).toEqual([])
})

it('leaves a text alone that is there', async () => {
  const seed = pageSeed('about')
  await seed.run(payload)
  const { docs } = await payload.find({ collection: 'pages', where: { slug: { equals: 'about' } }, limit: 1, ...test })
  await payload.update({ collection: 'pages', id: String(docs[0]?.id), locale: 'en', data: { title: 'Ours' }, ...test })
  await seed.run(payload)
  expect(await titles()).toEqual([{ ar: 'عن الجمعية', en: 'Ours' }])
})
