import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/platform/system-payload'
import { openDatabase } from './setup/database'
import { anonymousQuestion, formWith, post, referenceOn } from './setup/form'
import { type RunningSite, startSite } from './setup/running-site'
import { siteDatabase } from './setup/site-database'

const WRITERS = 8
const SUBMISSIONS = 400

let site: RunningSite
beforeAll(async () => {
  site = await startSite({ ...siteDatabase(), MINIMUM_FORM_SECONDS: '0' })
})
afterAll(() => site.remove())

describe('a storm of submissions', () => {
  it(`keeps all of ${SUBMISSIONS} from ${WRITERS} writers, each with a receipt and a reference of its own`, async () => {
    const page = `${site.url}/ar/contact`
    const form = formWith(await (await fetch(page)).text(), 'message', page)
    const numbers = Array.from({ length: SUBMISSIONS }, (_, index) => index)
    const references: string[] = []
    const refused: string[] = []
    const writer = async () => {
      for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) {
        const sent = await post(form, anonymousQuestion(`عاصفة ${number}`))
        const receipt = sent.headers.get('location')
        if (sent.status !== 303 || !receipt) refused.push(`${number}: ${sent.status}`)
        else references.push(referenceOn(await (await fetch(new URL(receipt, site.url))).text()))
      }
    }
    await Promise.all(Array.from({ length: WRITERS }, writer))
    expect(refused).toEqual([])
    expect(references).toHaveLength(SUBMISSIONS)
    expect(new Set(references).size).toBe(SUBMISSIONS)

    const database = await openDatabase(site)
    const { docs } = await database.payload.find({
      collection: 'inquiries',
      limit: SUBMISSIONS * 2,
      depth: 0,
      ...asSystem('test-setup'),
    })
    await database.close()
    expect(docs.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted())
  }, 180_000)
})
