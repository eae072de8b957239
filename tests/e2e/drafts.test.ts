import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage, withBrowser } from './setup/browser'

withBrowser()

const waiting = { timeout: 10_000, interval: 100 }

const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length)

/** Types, and waits until it is kept. */
async function type(page: Page, name: string, text: string) {
  await page.fill(`[name="${name}"]`, text)
  await expect
    .poll(
      () => page.evaluate((part) => Object.values(localStorage).some((value) => String(value).includes(part)), text),
      waiting,
    )
    .toBe(true)
}

const message = (page: Page) => page.inputValue('[name="message"]')
const service = (page: Page) => page.inputValue('[name="service"]')
const restored = (page: Page) => page.locator('.draft-note').waitFor()
/** Nothing comes: what might come would have come with the script that brings it. */
const settled = (page: Page) => page.waitForLoadState('networkidle')

describe.each(['ar', 'en'] as const)('a draft, in %s', (locale) => {
  it('about one service never fills the form of another', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact`)
    await page.selectOption('[name="service"]', 'registration')
    await page.check('[name="kind"][value="question"]')
    await type(page, 'message', 'عن التسجيل')

    await page.goto(`/${locale}/contact/meet-staff`)
    await settled(page)
    await expect.poll(async () => [await service(page), await message(page)]).toEqual(['meet-staff', ''])
    await page.goto(`/${locale}/contact/complaint`)
    await settled(page)
    await expect.poll(() => message(page)).toBe('')
    await expect.poll(() => page.isChecked('[name="kind"][value="complaint"]')).toBe(true)
    await type(page, 'message', 'شكوى')

    await page.goto(`/${locale}/contact/registration`)
    await restored(page)
    await expect.poll(async () => [await service(page), await message(page)]).toEqual(['registration', 'عن التسجيل'])
    await expect.poll(() => page.isChecked('[name="kind"][value="question"]')).toBe(true)
    await page.goto(`/${locale}/contact/complaint`)
    await restored(page)
    await expect.poll(() => message(page)).toBe('شكوى')
    await expect.poll(() => page.isChecked('[name="kind"][value="complaint"]')).toBe(true)
    await expect.poll(() => drafts(page)).toBe(2)
  })

  it('gives way to what the address says', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact/complaint`)
    await type(page, 'subject', 'موضوع أول')
    await page.goto(`/${locale}/contact?subject=${encodeURIComponent('موضوع ثانٍ')}`)
    await settled(page)
    await expect.poll(() => page.inputValue('[name="subject"]')).toBe('موضوع ثانٍ')
    await page.goto(`/${locale}/contact`)
    await restored(page)
    await expect.poll(() => page.inputValue('[name="subject"]')).toBe('موضوع أول')
  })

  it('moves with the service that is chosen, and overwrites no other', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact/registration`)
    await type(page, 'message', 'الأولى')
    await page.goto(`/${locale}/contact/meet-staff`)
    await settled(page)
    await type(page, 'message', 'الثانية')
    await page.selectOption('[name="service"]', 'registration')
    await type(page, 'message', 'الثانية صارت عن التسجيل')
    await page.goto(`/${locale}/contact/meet-staff`)
    await settled(page)
    await expect.poll(() => message(page)).toBe('')
    await page.goto(`/${locale}/contact/registration`)
    await restored(page)
    await expect.poll(() => message(page)).toBe('الثانية صارت عن التسجيل')
    await expect.poll(() => drafts(page)).toBe(2)
  })

  it('goes when it was sent, and only that one', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact/meet-staff`)
    await type(page, 'message', 'يبقى هذا')
    await page.goto(`/${locale}/contact/registration`)
    await settled(page)
    await page.check('[name="kind"][value="question"]')
    await type(page, 'message', `يُرسل هذا ${Date.now()}`)
    await page.check('[name="isAnonymous"]')
    await page.check('[name="consent"]')
    // First with an error: its answer comes in the place of the page.
    await page.click('main form button[type="submit"]')
    await page.locator('#errors').waitFor()
    await page.fill('[name="subject"]', 'عن التسجيل')
    await page.click('main form button[type="submit"]')
    await page.waitForURL(/\/contact\/receipt\//)
    await expect.poll(() => drafts(page), waiting).toBe(1)
    await page.goto(`/${locale}/contact/registration`)
    await settled(page)
    await expect.poll(() => message(page)).toBe('')
    await page.goto(`/${locale}/contact/meet-staff`)
    await restored(page)
    await expect.poll(() => message(page)).toBe('يبقى هذا')
    await page.click('.draft-note button')
    await expect.poll(() => message(page)).toBe('')
    await expect.poll(() => drafts(page)).toBe(0)
  })

  it('of an evaluation survives a reload', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/evaluate`)
    await type(page, 'answer.comment', 'كلمة طيبة')
    await page.reload()
    await restored(page)
    await expect.poll(() => page.inputValue('[name="answer.comment"]')).toBe('كلمة طيبة')
  })
})
