import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { openPage, openPanel, widths, withBrowser } from './setup/browser'

withBrowser()

/** The only edition of a fresh site is the approved one. */
async function openEdition(page: Page): Promise<void> {
  await page.goto('/admin/collections/editions')
  await page.locator('tbody a').first().click()
  await page.getByText('هذا الإصدار معتمد من مجلس الإدارة').waitFor()
}

const decision = (name: string) => `input[name="decision.${name}"]`

/** Types and waits for the form's own check, whose answer would wipe what the save then says. */
async function type(page: Page, name: string, value: string): Promise<void> {
  const checked = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.fill(decision(name), value)
  await checked
}

describe('the panel', () => {
  it('starts an amendment by duplicating, refuses dates that disagree, and keeps the right ones', async () => {
    const page = await openPanel()
    await openEdition(page)
    const approved = page.url()
    await page.locator('.doc-controls__popup .popup-button').click()
    await page.locator('#action-duplicate').click()
    await page.waitForURL((url) => url.href.split('?')[0] !== approved.split('?')[0])
    // As whoever comes back to the draft: typed into once the page listens.
    await page.reload()
    await page.locator('html[data-content-language]').waitFor()
    await page.getByRole('button', { name: 'الاعتماد' }).click()
    expect(await page.locator(decision('hijri')).inputValue()).toBe('')

    await type(page, 'hijri', '13/7/1442')
    await type(page, 'gregorian', '26/2/2021')
    await page.getByRole('button', { name: 'حفظ المسودة' }).click()
    const fault = page.locator('.field-error.tooltip--show:visible', { hasText: 'الصواب 25/2/2021' })
    await fault.waitFor()
    // Nothing of the right value is cut off.
    expect(await fault.evaluate((told) => told.scrollWidth - told.clientWidth)).toBe(0)

    await type(page, 'gregorian', '25/2/2021')
    await page.getByRole('button', { name: 'حفظ المسودة' }).click()
    await page.getByText('تم التحديث بنجاح').or(page.getByText('تمّ حفظ المسودّة بنجاح')).first().waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'الاعتماد' }).click()
    expect(await page.locator(decision('hijri')).inputValue()).toBe('13/7/1442')
    expect(await page.locator(decision('gregorian')).inputValue()).toBe('25/2/2021')
    await page.getByText('الخميس').waitFor()
  })

  it('writes English from the left and Arabic from the right, whichever language the panel speaks', async () => {
    const page = await openPanel()
    await page.goto('/admin/collections/services')
    const path = await page.locator('tbody a').first().getAttribute('href')
    const directionOf = async (language: string) => {
      await page.goto(`${path}?locale=${language}`)
      await page.locator(`html[data-content-language="${language}"]`).waitFor()
      return await page.locator('input[name="title"]').evaluate((input) => getComputedStyle(input).direction)
    }
    expect(await directionOf('en')).toBe('ltr')
    expect(await directionOf('ar')).toBe('rtl')
  })

  it('shows staff their guide with its pictures, in the language of the panel, and strangers nothing', async () => {
    const page = await openPanel({ width: widths.phone, locale: 'en' })
    await page.getByRole('link', { name: 'Guide' }).click()
    await page.getByRole('heading', { level: 1, name: 'How to use the panel' }).waitFor()
    const picture = page.locator('.guide img').first()
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    const address = String(await picture.getAttribute('src'))
    expect((await fetch(new URL(address, inject('siteUrl')))).status).toBe(404)
    expect((await page.request.get('/admin-files/guide/..%2FEDITORS.ar.md')).status()).toBe(404)

    const stranger = await openPage()
    await stranger.goto('/admin/guide')
    await stranger.waitForURL((url) => url.pathname === '/admin/login')
  })

  it.each(['ar', 'en'] as const)('fits a phone in %s, what leads out of it included', async (locale) => {
    const page = await openPanel({ locale, width: widths.phone })
    const problems: string[] = []
    for (const path of ['/admin/guide', '/admin/globals/association/versions', '/admin/collections/editions']) {
      await page.goto(path)
      if (path.endsWith('editions')) await page.locator('tbody a').first().click()
      await page.locator('.guide h1, .doc-header__title').waitFor()
      const found = await page.evaluate(() => {
        const account = document.querySelector('.app-header__account')?.getBoundingClientRect()
        const isReachable = account && account.left >= 0 && account.right <= innerWidth
        const excess = (document.scrollingElement?.scrollWidth ?? 0) - innerWidth
        return { isReachable, excess }
      })
      if (!found.isReachable) problems.push(`${path}: the account is off the screen`)
      if (found.excess > 0) problems.push(`${path}: ${found.excess} px too wide`)
    }
    expect(problems).toEqual([])
  })
})
