import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFindings, openPage, widths, withBrowser } from './setup/browser'
import { fillIn, locales, send, something, waiting } from './setup/contact-form'

withBrowser()

const words = {
  ar: { sending: 'جارٍ الإرسال…', broken: 'لم يكتمل الإرسال', received: 'وصلتنا رسالتكم', reply: 'وصلتنا إضافتكم' },
  en: { sending: 'Sending…', broken: 'The connection broke', received: 'We have', reply: 'has reached us' },
} as const

const status = (page: Page) => page.innerText('.sending p')

/** The first posting goes nowhere, as on a line that has gone. @returns how many were begun */
async function holdFirst(page: Page): Promise<() => number> {
  let posted = 0
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    posted += 1
    if (posted > 1) await route.continue()
  })
  return () => posted
}

describe.each(locales)('a form that is sent, in %s', (locale) => {
  it('says at once that it is sending, and is sent once however often it is pressed', async () => {
    const page = await openPage({ locale, width: widths.phone })
    await page.goto(`/${locale}/contact`)
    await fillIn(page)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.locator('main form button:not([name])').dblclick()
    const atOnce = [await status(page), await page.getAttribute('main form', 'aria-busy')]
    expect(atOnce).toEqual([words[locale].sending, 'true'])
    await page.waitForURL(/\/contact\/receipt\//)
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['/contact', async (page: Page) => fillIn(page), /\/contact\/receipt\//],
    ['/evaluate', async (page: Page) => page.fill('#question-comment', something()), /\/evaluate\/thanks/],
  ])('can be sent again after it was stopped: %s', async (path, fill, next) => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}${path}`)
    await fill(page)
    const posted = await holdFirst(page)
    await send(page)
    await expect.poll(posted, waiting).toBe(1)
    await page.evaluate(() => window.stop())
    await expect.poll(() => status(page), waiting).toContain(words[locale].broken)
    await expect.poll(() => page.getAttribute('main form', 'aria-busy')).toBeNull()
    if (path === '/contact') expect(await axeFindings(page)).toEqual([])
    await send(page)
    await page.waitForURL(next)
    expect(posted()).toBe(2)
  })

  it('can be sent again when nothing moves any more, though nobody stopped it', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact`)
    await fillIn(page)
    const posted = await holdFirst(page)
    await send(page)
    await expect.poll(posted, waiting).toBe(1)
    await expect
      .poll(
        async () => {
          if (new URL(page.url()).pathname.endsWith('/contact')) await send(page).catch(() => undefined)
          return page.url()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toMatch(/\/contact\/receipt\//)
  }, 40_000)

  it('keeps every word without a connection, and goes out once there is one', async () => {
    const page = await openPage({ locale, allowed: /ERR_FAILED/ })
    await page.goto(`/${locale}/contact`)
    const message = something()
    await fillIn(page, { message })
    await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await send(page)
    await expect.poll(() => status(page), waiting).toContain(words[locale].broken)
    await expect.poll(() => page.inputValue('[name="message"]')).toBe(message)
    await page.unroute('**/*')
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await expect.poll(() => page.innerText('main')).toContain(message)
  })

  it('comes back in its place with its errors, and Back leads to the form', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact`)
    await fillIn(page, { subject: ' ' })
    await send(page)
    await page.locator('#errors').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('errors')
    await expect.poll(() => page.title()).toMatch(/^(خطأ|Error):/)
    await page.fill('[name="subject"]', something())
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe(`/${locale}/contact`)
    await expect.poll(() => page.locator('main form').count()).toBe(1)
  })

  it('without scripts: Back after a corrected form shows the form, its words and its files', async () => {
    const page = await openPage({ locale, scripts: false })
    await page.goto(`/${locale}/contact`)
    await fillIn(page, { subject: ' ' })
    const file = { name: 'تقرير.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
    await page.setInputFiles('[name="attachments"]', file)
    await send(page)
    await page.locator('#errors').waitFor()
    const subject = something()
    await page.fill('[name="subject"]', subject)
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await page.goBack()
    await expect.poll(() => page.inputValue('[name="subject"]')).toBe(subject)
    await expect.poll(() => page.innerText('main')).toContain(file.name)
    // What is changed there is another message, with the same file.
    await page.fill('[name="message"]', 'وبقي سؤال')
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await expect.poll(() => page.innerText('main')).toContain('وبقي سؤال')
    await expect.poll(() => page.innerText('main')).toContain(file.name)
  })

  it('asks for no name and no contact of who sends without a name, with scripts and without', async () => {
    for (const scripts of [true, false]) {
      const page = await openPage({ locale, scripts })
      await page.goto(`/${locale}/contact`)
      const fields = ['name', 'phone', 'email'].map((name) => page.locator(`[name="${name}"]`))
      const reply = page.locator('[name="replyChannel"]').first()
      for (const field of [...fields, reply]) await expect.poll(() => field.isVisible()).toBe(true)
      await page.check('[name="isAnonymous"]')
      for (const field of [...fields, reply]) await expect.poll(() => field.isVisible()).toBe(false)
      await expect.poll(() => page.locator('[name="replyLocale"]').first().isVisible()).toBe(true)
      await page.uncheck('[name="isAnonymous"]')
      for (const field of [...fields, reply]) await expect.poll(() => field.isVisible()).toBe(true)
    }
  })

  it('the receipt can be printed, where a script can do it', async () => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact`)
    await fillIn(page)
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    const button = page.locator('button[data-print]')
    await button.waitFor()
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await button.click()
    await expect.poll(() => page.getAttribute('body', 'data-printed')).toBe('yes')
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['button[data-print]', 'header nav', 'footer']) {
      await expect.poll(() => page.locator(hidden).first().isVisible(), { message: hidden }).toBe(false)
    }
    await expect.poll(() => page.locator('.slip').isVisible()).toBe(true)
    const plain = await openPage({ locale, scripts: false })
    await plain.goto(page.url())
    await expect.poll(() => plain.locator('button[data-print]').isVisible()).toBe(false)
  })
})

describe('a reply', () => {
  it.each(locales)('can be sent again after it was stopped, in %s', async (locale) => {
    const page = await openPage({ locale })
    await page.goto(`/${locale}/contact`)
    await fillIn(page)
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await page.locator('main a[href*="/track/"]').first().click()
    await page.waitForURL(/\/track\//)
    const text = something()
    await page.fill('[name="reply"]', text)
    const posted = await holdFirst(page)
    await send(page)
    await expect.poll(posted, waiting).toBe(1)
    await page.evaluate(() => window.stop())
    await expect.poll(() => status(page), waiting).toContain(words[locale].broken)
    await send(page)
    await page.waitForURL(/added=1/)
    await expect.poll(async () => (await page.textContent('main'))?.split(text)).toHaveLength(2)
    // A second one from the same page is sent to the same address.
    const second = something()
    await page.unroute('**/*')
    await page.fill('[name="reply"]', second)
    await send(page)
    await expect.poll(async () => (await page.textContent('main')) ?? '', waiting).toContain(second)
  })
})

it.each(locales)('leaves no draft of what was typed a moment before it was sent, in %s', async (locale) => {
  const page = await openPage({ locale })
  await page.goto(`/${locale}/contact`)
  await fillIn(page)
  await send(page)
  await page.waitForURL(/\/contact\/receipt\//)
  await page.locator('main a[href*="/track/"]').first().click()
  await page.waitForURL(/\/track\//)
  await page.route(/added=1/, async (route) => {
    // Pause: the next page is slower than the time after which a draft is kept.
    if (route.request().resourceType() === 'document') await new Promise((later) => setTimeout(later, 1500))
    await route.continue()
  })
  await page.fill('[name="reply"]', something())
  await send(page)
  await page.waitForURL(/added=1/)
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.locator('.draft-note').count()).toBe(0)
  await expect.poll(() => page.inputValue('[name="reply"]')).toBe('')
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

describe('a long word', () => {
  it.each(locales)('widens no page at 320 px, in %s', async (locale) => {
    const page = await openPage({ locale, width: 320 })
    const word = (locale === 'ar' ? 'ش' : 'w').repeat(100)
    const isWithin = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    await page.goto(`/${locale}/search?q=${encodeURIComponent(word)}`)
    await expect.poll(() => isWithin(), { message: 'search' }).toBe(true)
    await page.goto(`/${locale}/contact`)
    await fillIn(page, { subject: word, message: word })
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await expect.poll(() => isWithin(), { message: 'receipt' }).toBe(true)
    await page.locator('main a[href*="/track/"]').first().click()
    await page.waitForURL(/\/track\//)
    await expect.poll(() => isWithin(), { message: 'tracking' }).toBe(true)
  })
})
