import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { openPanel, withBrowser } from './setup/browser'

withBrowser()

/** What the panel offers over a document: what the person may do, or in words why nobody may. */

const headers = () => ({ Origin: inject('siteUrl') })
const ask = async (page: Page, path: string) => (await page.request.get(`/api${path}`, { headers: headers() })).json()
const send = (page: Page, method: 'post' | 'patch' | 'delete', path: string, data: object = {}) =>
  page.request[method](`/api${path}`, { headers: headers(), data })
const told = (page: Page) => page.locator('[data-sonner-toast]')

describe('an earlier version', () => {
  it('of a service is restored with its address, by a command that asks first', async () => {
    const page = await openPanel()
    const made = await send(page, 'post', '/services?locale=ar', {
      slug: `restored-${Date.now()}`,
      title: 'كما كانت',
      need: 'أريدها',
      summary: 'خلاصة',
      audiences: ['public'],
      order: 901,
      action: { kind: 'ask', label: 'سؤال' },
      _status: 'published',
    })
    const { doc } = await made.json()
    await send(page, 'patch', `/services/${doc.id}?locale=ar`, { title: 'كما صارت', _status: 'published' })
    const { docs } = await ask(page, `/services/versions?where[parent][equals]=${doc.id}&sort=updatedAt&limit=1`)
    await page.goto(`/admin/collections/services/${doc.id}/versions/${docs[0].id}`)
    await page.getByRole('button', { name: 'استعادة ونشر' }).click()
    await page.locator('#confirm-action:visible').click()
    await page.waitForURL((url) => url.pathname === `/admin/collections/services/${doc.id}`)
    expect(await ask(page, `/services/${doc.id}?locale=ar`)).toMatchObject({ title: 'كما كانت', slug: doc.slug })
    await expect.poll(() => page.locator('#field-slug').isDisabled()).toBe(true)
    await send(page, 'delete', `/services/${doc.id}`)
  })

  it('of an approved edition is not offered, and it says why; nor is changing many editions at once', async () => {
    const page = await openPanel()
    const { docs } = await ask(page, '/editions?where[_status][equals]=published&limit=1&depth=0')
    const versions = await ask(page, `/editions/versions?where[parent][equals]=${docs[0].id}&limit=1&depth=0`)
    await page.goto(`/admin/collections/editions/${docs[0].id}/versions/${versions.docs[0].id}`)
    await page.getByText('إصدار معتمد: لا تُستعاد نسخة سابقة منه.').waitFor()
    await expect.poll(() => page.locator('button:visible', { hasText: 'استعادة' }).count()).toBe(0)

    await page.goto('/admin/collections/editions')
    await page.locator('thead input[type="checkbox"]').check()
    const selection = page.locator('.list-selection')
    await selection.waitFor()
    await expect.poll(() => selection.innerText()).not.toMatch(/نشر|تعديل/)
  })
})

describe('what a refused draft says', () => {
  it('stays beside the field until something is typed, also when an answer of before comes after it', async () => {
    const page = await openPanel()
    const { docs } = await ask(page, '/editions?where[_status][equals]=published&limit=1&depth=0')
    const { doc } = await (await send(page, 'post', `/editions/${docs[0].id}/duplicate`)).json()
    await page.goto(`/admin/collections/editions/${doc.id}`)
    await page.getByRole('button', { name: 'الاعتماد' }).click()
    // The form's own check while one types is slow, and answers after the save.
    const checks: (() => void)[] = []
    await page.route('**/admin/collections/**', async (route) => {
      if (route.request().method() === 'POST' && checks.length === 0) await new Promise<void>((go) => checks.push(go))
      await route.continue()
    })
    await page.fill('#field-decision__gregorian', '1/1/2100')
    await expect.poll(() => checks.length).toBe(1)
    await page.locator('#action-save-draft').click()
    const error = page.locator('.field-error:visible', { hasText: 'لا يؤرَّخ القرار بيوم لم يأتِ بعد' })
    await error.waitFor()
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    checks[0]?.()
    await answered
    await page.getByText('حقل يحتاج إلى تصحيح: قرار مجلس الإدارة · التاريخ الميلادي').waitFor()
    await error.waitFor()
    await page.fill('#field-decision__gregorian', '25/2/2021')
    await error.waitFor({ state: 'detached' })
    await page.locator('#action-save-draft').click()
    await told(page).getByText('تم حفظ المسودة').first().waitFor()
    await send(page, 'delete', `/editions/${doc.id}`)
  })
})

describe('months to keep', () => {
  it('are shortened after the panel said what goes now, and the person agreed', async () => {
    const page = await openPanel({ locale: 'en' })
    await page.goto('/admin/globals/association')
    await page.getByRole('button', { name: 'Retention' }).click()
    await page.fill('#field-retentionMonths', '24')
    const agree = page.getByRole('checkbox', { name: 'Yes, erase it for good' })
    await agree.waitFor()
    await page.locator('#action-save').click()
    await page.locator('.field-error:visible', { hasText: 'has to be confirmed' }).waitFor()
    expect((await ask(page, '/globals/association')).retentionMonths ?? null).toBeNull()

    await agree.check()
    await page.locator('#action-save').click()
    await told(page).getByText('Updated successfully').first().waitFor()
    expect((await ask(page, '/globals/association')).retentionMonths).toBe(24)
    await send(page, 'post', '/globals/association', { retentionMonths: null })
  })
})
