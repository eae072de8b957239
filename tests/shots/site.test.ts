import { mkdirSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { openPage, widths, withBrowser } from '../e2e/setup/browser'
import { publicPaths } from '../e2e/setup/pages'

withBrowser()

const visits = (['light', 'dark'] as const).flatMap((scheme) =>
  [widths.phone, widths.desk].map((width) => ({ scheme, width })),
)

it.each(visits)('every public page: $scheme, $width px', { timeout: 600_000 }, async ({ scheme, width }) => {
  const folder = `shots/site/${scheme}-${width}`
  mkdirSync(folder, { recursive: true })
  const page = await openPage({ scheme, width })
  const tooWide: string[] = []
  for (const path of await publicPaths(inject('siteUrl'))) {
    await page.goto(path)
    await page.screenshot({ path: `${folder}/${path.slice(1).replaceAll('/', '-')}.png`, fullPage: true })
    const excess = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth)
    if (excess > 0) tooWide.push(`${path}: ${excess} px`)
  }
  expect(tooWide).toEqual([])
})
