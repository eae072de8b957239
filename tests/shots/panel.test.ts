import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPage, openPanel, widths, withBrowser } from '../e2e/setup/browser'
import { type LivingSite, startLivingSite } from './setup/living-site'
import { panelScreens } from './setup/panel-screens'

withBrowser()

let living: LivingSite
beforeAll(async () => {
  living = await startLivingSite()
}, 300_000)
afterAll(() => living.site.remove())

const visits = (['ar', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    [widths.phone, widths.desk].map((width) => ({ locale, scheme, width })),
  ),
)

it.each(visits)('the panel: $locale, $scheme, $width px', { timeout: 600_000 }, async (visit) => {
  const { locale, scheme, width } = visit
  const folder = `shots/panel/${locale}-${scheme}-${width}`
  mkdirSync(folder, { recursive: true })
  const at = { ...visit, url: living.site.url }
  const anonymous = await openPage(at)
  await anonymous.context().addCookies([{ name: 'payload-lng', value: locale, url: living.site.url }])
  const administrator = await openPanel(at)
  const tooWide: string[] = []
  for (const { name, path, isSignedOut } of panelScreens(living)) {
    const page = isSignedOut ? anonymous : administrator
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    const excess = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth)
    if (excess > 0) tooWide.push(`${path}: ${excess} px`)
  }
  expect(tooWide).toEqual([])
})
