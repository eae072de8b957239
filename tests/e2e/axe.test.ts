import { describe, expect, it } from 'vitest'
import { axeFindings, openPage, widths, withBrowser } from './setup/browser'
import { publicPaths } from './setup/pages'

withBrowser()

describe.each(['light', 'dark'] as const)('every public page, %s', (scheme) => {
  it('has nothing that axe finds, in either language', async () => {
    const findings: string[] = []
    const page = await openPage({ scheme, width: scheme === 'dark' ? widths.phone : widths.desk })
    for (const path of await publicPaths()) {
      await page.goto(path)
      findings.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`))
    }
    expect(findings).toEqual([])
  }, 180_000)
})

it.each([320, 360, 768, 1280])(
  'no public page is wider than a window of %i px',
  async (width) => {
    const page = await openPage({ width })
    const tooWide: string[] = []
    for (const path of await publicPaths()) {
      await page.goto(path)
      const scrolled = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (scrolled > 0) tooWide.push(`${path} by ${scrolled} px`)
    }
    expect(tooWide).toEqual([])
  },
  120_000,
)
