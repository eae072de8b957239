import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFindings, openPage, openPanel, widths, withBrowser } from './setup/browser'

/** A PDF as small as one can be: attachments are checked by content. */
const pdf = {
  name: 'medical-report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
}

const said = {
  ar: {
    subject: 'موعد لقاء',
    message: 'السلام عليكم، أرغب في موعد مع الموظف المختص.\nمتى يناسبكم؟',
    name: 'سارة',
    answer: 'وعليكم السلام، يسعدنا لقاؤكم يوم الأحد.',
    reply: 'شكرًا لكم، يناسبني الأحد.',
  },
  en: {
    subject: 'An appointment',
    message: 'Hello, I would like to meet a member of staff.\nWhen would suit you?',
    name: 'Sara',
    answer: 'Hello, we would be glad to see you on Sunday.',
    reply: 'Thank you, Sunday suits me.',
  },
} as const

/** `<main>` as read, with its spaces evened out. */
const wordsIn = async (page: Page) => (await page.innerText('main')).replace(/\s+/g, ' ')

const send = (page: Page) => page.click('main form button[type="submit"]')

const digits = (text: string) => text.replace(/\D/g, '')

/** Both numbers that the receipt shows. */
async function numbersOn(receipt: Page) {
  const words = await wordsIn(receipt)
  const reference = /(?<!\d)\d{3} ?\d{3} ?\d{3}(?! ?\d)/.exec(words)?.[0]
  const code = /(?:[0-9FKMRY]{4} ){2}[0-9FKMRY]{4}/.exec(words)?.[0]
  if (!reference || !code) throw new Error(`no numbers on the receipt: ${words}`)
  return { reference: digits(reference), code: code.replaceAll(' ', '') }
}

async function openCase(page: Page, locale: string, numbers: { reference: string; code: string }) {
  await page.goto(`/${locale}/track`)
  await page.fill('[name="reference"]', numbers.reference)
  await page.fill('[name="code"]', numbers.code)
  await send(page)
  await page.waitForURL(/\/track\/.+/)
}

withBrowser()

describe.each([
  { locale: 'ar', scripts: true },
  { locale: 'ar', scripts: false },
  { locale: 'en', scripts: true },
  { locale: 'en', scripts: false },
] as const)('a person, in $locale, scripts: $scripts', ({ locale, scripts }) => {
  // The same words from the same telephone within ten minutes would be the same inquiry.
  const words = { ...said[locale], subject: `${said[locale].subject} (${scripts ? 1 : 2})` }
  const visit = { locale, scripts, width: scripts ? widths.desk : widths.phone }

  it('reads the policy and follows the link of a clause', async () => {
    const page = await openPage(visit)
    await page.goto(`/${locale}`)
    const menu = page.locator('header details.menu > summary')
    if (await menu.isVisible()) await menu.click()
    await page.locator(`header a[href="/${locale}/policies"]:visible`).first().click()
    await page.locator(`main a[href="/${locale}/policies/beneficiary-relations"]`).first().click()
    await page.waitForURL(`**/${locale}/policies/beneficiary-relations`)
    const clause = page.locator('main a[href="#dealing-3"]').first()
    await clause.click()
    expect(new URL(page.url()).hash).toBe('#dealing-3')
    await expect.poll(() => page.locator('#dealing-3').count()).toBe(1)
    const top = (await page.locator('#dealing-3').boundingBox())?.y ?? Number.NaN
    expect(top, 'the clause is in the window').toBeGreaterThanOrEqual(0)
    expect(top, 'the clause is in the window').toBeLessThan(700)
  })

  it('sends an inquiry with an attachment, corrects what was wrong, and reads the answer', async () => {
    const page = await openPage(visit)
    await page.goto(`/${locale}/contact`)
    await page.check('[name="kind"][value="question"]')
    await page.selectOption('[name="service"]', 'registration')
    const service = await page.innerText('[name="service"] option[value="registration"]')
    await page.fill('[name="subject"]', words.subject)
    await page.fill('[name="message"]', words.message)
    await page.setInputFiles('[name="attachments"]', pdf)
    await page.fill('[name="name"]', words.name)
    await page.fill('[name="phone"]', '0555')
    await page.check('[name="consent"]')
    await send(page)

    const summary = page.locator('#errors')
    await summary.waitFor()
    await expect.poll(() => page.locator('#errors:focus').count(), { message: 'the summary takes the focus' }).toBe(1)
    await summary.locator('a[href="#phone"]').click()
    await expect.poll(() => page.inputValue('[name="message"]')).toBe(words.message)
    await expect.poll(() => wordsIn(page)).toContain(pdf.name)
    await expect.poll(() => page.getAttribute('[name="phone"]', 'aria-invalid')).toBe('true')
    // Arabic-Indic digits, as many keyboards write them.
    await page.fill('[name="phone"]', '٠٥٥١٢٣٤٥٦٧')
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await expect.poll(() => wordsIn(page)).toContain(pdf.name)
    await expect.poll(() => wordsIn(page)).toContain(service)
    const numbers = await numbersOn(page)
    await page.reload()
    await expect.poll(() => numbersOn(page), { message: 'the receipt is the same after a reload' }).toEqual(numbers)

    await page.goto(`/${locale}/track`)
    await page.fill('[name="reference"]', numbers.reference)
    await page.fill(
      '[name="code"]',
      numbers.code.replace(/^./, (symbol) => (symbol === '7' ? '8' : '7')),
    )
    await send(page)
    await summary.waitFor()
    expect(page.url(), 'a wrong code opens nothing').toMatch(/\/track$/)
    await openCase(page, locale, numbers)
    await expect.poll(() => wordsIn(page)).toContain(words.subject)
    await expect.poll(() => wordsIn(page)).toContain(service)

    const staff = await openPanel({ locale })
    await staff.goto(`/admin/inbox?view=all&find=${numbers.reference}`)
    await staff.locator('.desk-table tbody a').first().click()
    await staff.waitForURL(/\/admin\/inbox\/.+/)
    await staff.locator('.desk-assign button').first().click()
    await staff.locator('#assign-outcome.desk-status-done').waitFor()
    await staff.waitForLoadState('networkidle')
    await staff.fill('#work-text', words.answer)
    await staff.click('.desk-work button[value="answer"]')
    await staff.locator('#work-outcome.desk-status-done').waitFor()

    await openCase(page, locale, numbers)
    await expect.poll(() => wordsIn(page)).toContain(words.answer)
    // axe is a script itself.
    if (scripts) expect(await axeFindings(page)).toEqual([])
    await page.fill('[name="reply"]', words.reply)
    await send(page)
    await page.locator('main [role="status"]').waitFor()
    // What the person wrote is folded away beside the story.
    await expect.poll(() => page.textContent('main')).toContain(words.reply)

    await staff.reload()
    await expect.poll(async () => (await staff.innerText('.desk')).replace(/\s+/g, ' ')).toContain(words.reply)
  }, 120_000)
})
