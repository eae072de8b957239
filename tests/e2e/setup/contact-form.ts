import type { Page } from 'playwright-core'

/** For a page that has much to do before it shows it. */
export const waiting = { timeout: 15_000, interval: 100 }
export const locales = ['ar', 'en'] as const

let number = 0
/** Words that nobody else sends. */
export const something = () => `${Date.now()} ${++number}`

/** As somebody who gives no name. */
export async function fillIn(page: Page, values: Partial<Record<'subject' | 'message', string>> = {}) {
  await page.check('[name="kind"][value="question"]')
  await page.fill('[name="subject"]', values.subject ?? something())
  await page.fill('[name="message"]', values.message ?? 'متى تبدأ الدورة القادمة؟')
  await page.check('[name="isAnonymous"]')
  await page.check('[name="consent"]')
}

export const send = (page: Page) => page.click('main form button[type="submit"]')
