import { describe, expect, it } from 'vitest'
import { axeFindings, openPage, widths, withBrowser } from './setup/browser'

withBrowser()

const words = {
  ar: { title: 'كيف خدمناكم؟', thanks: 'شكرًا لكم', tooLong: 'النص أطول من 3,000 حرف', nothing: 'لم يُجَب عن أي سؤال' },
  en: {
    title: 'How did we serve you?',
    thanks: 'Thank you',
    tooLong: 'the text is longer than 3,000 characters',
    nothing: 'No question was answered yet',
  },
} as const

const waiting = { timeout: 15_000, interval: 100 }

describe.each(['ar', 'en'] as const)('evaluating in %s', (locale) => {
  it.each([true, false])('goes from an empty form through a correction to thanks, scripts %s', async (scripts) => {
    const page = await openPage({ locale, scripts, width: widths.phone })
    await page.goto(`/${locale}/evaluate`)
    const send = page.locator('main form button[type=submit]')
    const summary = page.locator('#errors')

    await send.click()
    // With scripts the form is sent once its proof of work is solved.
    await expect.poll(() => summary.textContent().catch(() => ''), waiting).toContain(words[locale].nothing)
    await expect.poll(() => summary.getAttribute('autofocus')).not.toBeNull()

    const chosen = page.locator('input[name="answer.courtesy"][value="4"]')
    await page.locator('label.scale-opt', { has: chosen }).click()
    await page.locator('input[name="answer.time"][value="na"]').check()
    await page.locator('#question-comment').fill('س'.repeat(3001))
    await send.click()
    await expect.poll(() => summary.textContent().catch(() => ''), waiting).toContain(words[locale].tooLong)
    await expect.poll(() => chosen.isChecked()).toBe(true)
    await expect.poll(() => page.locator('input[name="answer.time"][value="na"]').isChecked()).toBe(true)
    await expect.poll(async () => (await page.locator('#question-comment').inputValue()).length).toBe(3001)
    // axe is a script itself.
    if (scripts) expect(await axeFindings(page)).toEqual([])

    await page.locator('#question-comment').fill('شكرًا')
    await send.click()
    await page.waitForURL(`**/${locale}/evaluate/thanks`)
    if (scripts) await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await expect.poll(() => page.locator('h1').textContent()).toBe(words[locale].thanks)
    await page.reload()
    await expect.poll(() => page.locator('h1').textContent()).toBe(words[locale].thanks)
  })

  it('reads from the side one reads from, and is answered by keyboard', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/evaluate`)
    const place = async (point: number) =>
      (
        await page
          .locator('label.scale-opt')
          .nth(point - 1)
          .boundingBox()
      )?.x ?? Number.NaN
    expect((await place(1)) > (await place(5))).toBe(locale === 'ar')
    await page.locator('#question-courtesy').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.locator('input[name="answer.courtesy"]:checked').getAttribute('value')).toBe('3')
    const group = page.getByRole('group', { name: locale === 'ar' ? 'استُقبلتُ' : 'I was received' })
    const last = group.getByRole('radio', { name: locale === 'ar' ? /^5\s*أوافق تمامًا$/ : /^5\s*Strongly agree$/ })
    await expect.poll(() => last.count()).toBe(1)

    // What was written stays on the device until it is sent.
    await page.locator('#question-comment').fill('شكرًا لكم')
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('draft:evaluation')))
    await page.reload()
    await expect.poll(() => page.inputValue('#question-comment'), waiting).toBe('شكرًا لكم')
  })
})

it('evaluates a service from its page', async () => {
  const page = await openPage({ locale: 'en', scripts: false })
  await page.goto('/en/services/answers-and-guidance')
  await page.getByRole('link', { name: 'Evaluate this service' }).click()
  expect(new URL(page.url()).pathname).toBe('/en/evaluate/answers-and-guidance')
  await expect.poll(() => page.locator('h1').textContent()).toBe(words.en.title)
})

it('keeps the question over the language switch, and offers the inquiry form with its words', async () => {
  const page = await openPage({ locale: 'ar', scripts: false })
  await page.goto(`/ar/search?q=${encodeURIComponent('zzzzzzzz & more')}`)
  await page.locator('header .lang').click()
  await page.waitForURL(/\/en\/search\?q=zzzzzzzz\+%26\+more$/)
  await page.locator('main').getByRole('link', { name: 'Ask a question' }).click()
  await expect.poll(() => page.inputValue('[name="subject"]')).toBe('zzzzzzzz & more')
  await page.goto('/en/contact')
  await expect
    .poll(() => page.inputValue('[name="subject"]'), { message: 'it was not kept for the next visitor' })
    .toBe('')
})

it('says that a link is not whole, and that a service is not there', async () => {
  const page = await openPage({ locale: 'ar' })
  expect((await page.goto('/ar/evaluate/i/not-a-link'))?.status()).toBe(404)
  await expect.poll(() => page.locator('h1').textContent()).toBe('هذا الرابط غير مكتمل')
  expect((await page.goto('/ar/evaluate/no-such-service'))?.status()).toBe(404)
})
