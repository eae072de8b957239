import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/platform/system-payload'
import { nonEmpty } from '../setup/non-empty'
import { openDatabase } from './setup/database'
import { anonymousQuestion, formWith, post, referenceOn } from './setup/form'
import { type RunningSite, startSite } from './setup/running-site'
import { siteDatabase } from './setup/site-database'

const KILLS = 20
const WRITERS = 3
const WARM_MILLISECONDS = 15_000

let site: RunningSite
beforeAll(async () => {
  site = await startSite({ ...siteDatabase(), MINIMUM_FORM_SECONDS: '0' })
})
afterAll(() => site.remove())

describe('a site that is killed while people are sending', () => {
  it(`over ${KILLS} kills has every reference that it showed, and nothing half made`, async () => {
    const page = `${site.url}/ar/contact`
    const form = formWith(await (await fetch(page)).text(), 'message', page)
    const shown: string[] = []
    let number = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      let isKilled = false
      const writer = async () => {
        while (!isKilled) {
          number += 1
          try {
            const sent = await post(form, anonymousQuestion(`انقطاع ${number}`))
            const receipt = sent.headers.get('location')
            if (sent.status === 303 && receipt) {
              shown.push(referenceOn(await (await fetch(new URL(receipt, site.url))).text()))
            }
          } catch {
            // The connection broke: nothing was shown, so nothing is owed.
          }
        }
      }
      const writers = Array.from({ length: WRITERS }, writer)
      // The first answers of a process take longest. Then each kill falls elsewhere in the work.
      const before = shown.length
      const warm = { timeout: WARM_MILLISECONDS, interval: 10 }
      await expect.poll(() => shown.length, warm).toBeGreaterThanOrEqual(before + WRITERS)
      // Pause: the moment of the kill is what is varied.
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 250))
      await site.kill()
      isKilled = true
      await Promise.all(writers)
      await site.start()
    }
    expect(shown.length, 'submissions that were answered between the kills').toBeGreaterThan(KILLS)

    const database = await openDatabase(site)
    const { docs } = await database.payload.find({
      collection: 'inquiries',
      limit: number * 2,
      depth: 0,
      ...asSystem('test-setup'),
    })
    await database.close()
    const kept = docs.map(({ reference }) => reference)
    expect(
      nonEmpty(shown).filter((reference) => !kept.includes(reference)),
      'shown but lost',
    ).toEqual([])
    expect(new Set(kept).size).toBe(kept.length)
    const halfMade = docs.filter(
      ({ subject, message, codeHash, receivedAt, status, consentAt }) =>
        !(subject && message && codeHash && receivedAt && status && consentAt),
    )
    expect(halfMade, 'half made').toEqual([])
  }, 240_000)
})
