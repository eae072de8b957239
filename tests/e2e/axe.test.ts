import { expect, it } from 'vitest'
import { axeFindings, openPage, widths, withBrowser } from './setup/browser'
import { publicPaths } from './setup/pages'

withBrowser()

it('every public page has nothing that axe finds, light on a desk and dark on a phone', async () => {
  const findings: string[] = []
  const page = await openPage()
  for (const path of await publicPaths()) {
    await page.setViewportSize({ width: widths.desk, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    findings.push(...(await axeFindings(page)).map((finding) => `${path} light ${finding}`))
    await page.setViewportSize({ width: widths.phone, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark' })
    findings.push(...(await axeFindings(page)).map((finding) => `${path} dark ${finding}`))
  }
  expect(findings).toEqual([])
}, 240_000)

it('no public page is wider than its window, from 320 to 1280 px', async () => {
  const tooWide: string[] = []
  const page = await openPage()
  for (const path of await publicPaths()) {
    await page.goto(path)
    for (const width of [1280, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const scrolled = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (scrolled > 0) tooWide.push(`${path} at ${width} px by ${scrolled} px`)
    }
  }
  expect(tooWide).toEqual([])
}, 120_000)
