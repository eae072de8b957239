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
    await expect.poll(() => page.locator(decision('hijri')).inputValue()).toBe('')

    await page.fill(decision('hijri'), '13/7/1442')
    await page.fill(decision('gregorian'), '26/2/2021')
    await page.getByRole('button', { name: 'حفظ المسودة' }).click()
    const error = page.locator('.field-error.tooltip--show:visible', { hasText: 'الصواب 25/2/2021' })
    await error.waitFor()
    // Nothing of the right value is cut off.
    await expect.poll(() => error.evaluate((told) => told.scrollWidth - told.clientWidth)).toBe(0)

    await page.fill(decision('gregorian'), '25/2/2021')
    await page.getByRole('button', { name: 'حفظ المسودة' }).click()
    await page.getByText('تم التحديث بنجاح').or(page.getByText('تم حفظ المسودة بنجاح')).first().waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'الاعتماد' }).click()
    await expect.poll(() => page.locator(decision('hijri')).inputValue()).toBe('13/7/1442')
    await expect.poll(() => page.locator(decision('gregorian')).inputValue()).toBe('25/2/2021')
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

  it('shows staff their guide with its pictures, in the language of the panel, and anonymous clients nothing', async () => {
    const page = await openPanel({ width: widths.phone, locale: 'en' })
    await page.getByRole('link', { name: 'Guide', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'How to use the panel' }).waitFor()
    const picture = page.locator('.guide img').first()
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    const address = String(await picture.getAttribute('src'))
    expect((await fetch(new URL(address, inject('siteUrl')))).status).toBe(404)
    expect((await page.request.get('/admin-files/guide/..%2FEDITORS.ar.md')).status()).toBe(400)

    const anonymous = await openPage()
    await anonymous.goto('/admin/guide')
    await anonymous.waitForURL((url) => url.pathname === '/admin/login')
  })

  it('triages by the views above a list, and tells when a version was saved and by whom', async () => {
    const page = await openPanel({ locale: 'en' })
    await page.goto('/admin/collections/surveys')
    const views = page.getByRole('navigation', { name: 'Saved views' })
    await views.getByRole('link', { name: /^Open/ }).click()
    await page.waitForURL((url) => url.search.includes('published'))
    await expect.poll(() => views.locator('[aria-current]').innerText()).toMatch(/^Open \d+$/)
    const path = await page.locator('tbody a').first().getAttribute('href')

    await page.goto(`${path}/versions`)
    const list = page.locator('.versions-list')
    await list.getByText('Currently Published').waitFor()
    await expect.poll(() => list.innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)

    await page.goto('/admin/globals/association/versions')
    await list.getByText('The system').first().waitFor()
  })

  it('keeps the menu open on a wide screen, and closed for who closed it', async () => {
    const page = await openPanel()
    // The server draws it open, Payload closes it, and we open it: only then it is the person's.
    const menu = page.locator('.template-default--nav-open.template-default--nav-hydrated')
    const asked = page.waitForResponse((response) => response.url().includes('/payload-preferences/nav'))
    await page.goto('/admin/collections/services')
    await asked
    await menu.waitFor()
    const kept = page.waitForResponse(
      (response) => response.url().includes('/payload-preferences/nav') && response.request().method() === 'POST',
    )
    await page.locator('.nav-toggler').first().click()
    await expect.poll(() => menu.count()).toBe(0)
    await kept
    await page.reload()
    await page.locator('.template-default--nav-hydrated').waitFor()
    await expect.poll(() => menu.count()).toBe(0)
    await page.locator('.nav-toggler').first().click()
    await menu.waitFor()
  })

  it('opens each document in Arabic, whatever language the one before was read in', async () => {
    const page = await openPanel()
    await page.goto('/admin/collections/services')
    const path = await page.locator('tbody a').first().getAttribute('href')
    await page.goto(`${path}?locale=en`)
    await page.locator('html[data-content-language="en"]').waitFor()
    await page.goto('/admin/collections/services/create')
    await page.locator('html[data-content-language="ar"]').waitFor()
    await expect.poll(() => page.locator('.localizer').innerText()).toContain('العربية')
  })

  it('tells what the association has still to enter as it is saved now, and leads to it', async () => {
    const page = await openPanel()
    await page.goto('/admin/globals/association')
    const missing = page.locator('section[aria-labelledby="missing-facts"]')
    await missing.getByRole('link', { name: 'رقم التسجيل' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-registrationNumber')
    await page.keyboard.type('1234')
    await page.locator('#action-save').click()
    await expect.poll(() => missing.getByRole('link', { name: 'رقم التسجيل' }).count()).toBe(0)
    await missing.getByRole('link', { name: 'مواعيد الرد' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-responseTargets__question')
  })

  it('leads from a published document to its page, and from a draft nowhere', async () => {
    const page = await openPanel()
    await page.goto('/admin/collections/services')
    await page.locator('tbody a').first().click()
    const link = page.getByRole('link', { name: 'عرض في الموقع' })
    await link.waitFor()
    await expect.poll(() => link.getAttribute('href')).toMatch(/^\/ar\/services\/[a-z-]+$/)
    const editions = await page.request.get('/api/editions?where[_status][equals]=published&depth=0')
    const { docs } = await editions.json()
    await page.goto(`/admin/collections/editions/${docs[0].id}`)
    await expect.poll(() => link.getAttribute('href')).toBe('/ar/policies/beneficiary-relations')
    await page.goto('/admin/collections/services/create')
    await page.locator('#field-title').waitFor()
    await expect.poll(() => link.count()).toBe(0)
  })

  it('says which words keep a service off the other language, and compares versions by words', async () => {
    const page = await openPanel()
    const title = 'خدمة للمقارنة'
    const create = await page.request.post('/api/services?locale=ar', {
      headers: { Origin: inject('siteUrl') },
      data: {
        slug: `compared-${Date.now()}`,
        title,
        need: 'أريدها',
        summary: 'خلال عشرة أيام عمل',
        audiences: ['public'],
        order: 900,
        action: { kind: 'ask', label: 'سؤال' },
        _status: 'published',
      },
    })
    const { doc } = await create.json()
    await page.goto(`/admin/collections/services/${doc.id}`)
    await page.getByText('لا تظهر هذه الخدمة في الموقع الإنجليزي').waitFor()
    await page.fill('#field-summary', 'خلال خمسة أيام عمل')
    await page.locator('#action-save-draft').click()
    await page.getByText('تم حفظ المسودة').first().waitFor()
    await page.goto(`/admin/collections/services/${doc.id}/versions`)
    await page.locator('.versions-list tbody a').first().click()
    const changed = page.locator('[data-match-type]')
    await changed.first().waitFor()
    await expect.poll(() => changed.allInnerTexts()).toEqual(expect.arrayContaining(['عشرة', 'خمسة', 'منشور', 'مسودة']))
    await page.request.delete(`/api/services/${doc.id}`, { headers: { Origin: inject('siteUrl') } })
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
