import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withBrowser } from '../e2e/setup/browser'
import { takeGuidePictures } from './setup/guide-pictures'
import { type LivingSite, startLivingSite } from './setup/living-site'

withBrowser()

let living: LivingSite
beforeAll(async () => {
  living = await startLivingSite()
}, 300_000)
afterAll(() => living.site.remove())

it.each(['ar', 'en'] as const)(
  'takes the pictures of the guide: %s',
  async (language) => {
    await takeGuidePictures(living, language)
    expect(readdirSync('docs/images/editors')).toContainEqual(expect.stringMatching(`^${language}-edition-dates`))
  },
  180_000,
)
