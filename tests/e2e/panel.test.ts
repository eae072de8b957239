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

  it('triages by the views above a list, and tells when a version was saved and by whom', async () => {
    const page = await openPanel({ locale: 'en' })
    await page.goto('/admin/collections/surveys')
    const views = page.getByRole('navigation', { name: 'Saved views' })
    await views.getByRole('link', { name: /^Open/ }).click()
    await page.waitForURL((url) => url.search.includes('published'))
    expect(await views.locator('[aria-current]').innerText()).toMatch(/^Open \d+$/)
    const path = await page.locator('tbody a').first().getAttribute('href')

    await page.goto(`${path}/versions`)
    const list = page.locator('.versions-list')
    await list.getByText('Currently Published').waitFor()
    expect(await list.innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)

    await page.goto('/admin/globals/association/versions')
    await list.getByText('The system').first().waitFor()
  })

  it('gives a name to every control that a person can reach', async () => {
    const page = await openPanel()
    await page.goto('/admin/collections/services')
    const path = await page.locator('tbody a').first().getAttribute('href')
    for (const place of ['/admin/collections/services', String(path)]) {
      await page.goto(place)
      await page.locator('html[data-content-language]').waitFor()
      const nameless = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('button:not([tabindex="-1"]), input:not([type="hidden"]), [role="button"]')]
            .filter((control) => control.checkVisibility() && !control.closest('[aria-hidden="true"], [inert]'))
            .filter((control) => {
              const said = ['aria-label', 'aria-labelledby', 'title'].some((name) => control.getAttribute(name))
              const isLabelled = control instanceof HTMLInputElement && control.labels?.length
              return !said && !isLabelled && !control.textContent?.trim()
            })
            .map((control) => control.outerHTML.slice(0, 120)),
        )
      await expect.poll(nameless).toEqual([])
    }
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
