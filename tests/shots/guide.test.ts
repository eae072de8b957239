import { afterAll, beforeAll, it } from 'vitest'
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
  (language) => takeGuidePictures(living, language),
  180_000,
)
