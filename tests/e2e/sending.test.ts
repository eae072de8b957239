import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, it } from 'vitest'
import { axeFindings, openPage, widths, withBrowser } from './setup/browser'
import { anonymousQuestion, formWith, post, wordsOf } from './setup/form'

withBrowser()

const waiting = { timeout: 15_000, interval: 100 }
const locales = ['ar', 'en'] as const

const words = {
  ar: { sending: 'جارٍ الإرسال…', broken: 'لم يكتمل الإرسال', received: 'وصلتنا رسالتكم', reply: 'وصلتنا إضافتكم' },
  en: { sending: 'Sending…', broken: 'The connection broke', received: 'We have', reply: 'has reached us' },
} as const

let number = 0
/** Words that nobody else sends. */
const something = () => `${Date.now()} ${++number}`

async function fillIn(page: Page, values: Partial<Record<'subject' | 'message', string>> = {}) {
  await page.check('[name="kind"][value="question"]')
  await page.fill('[name="subject"]', values.subject ?? something())
  await page.fill('[name="message"]', values.message ?? 'متى تبدأ الدورة القادمة؟')
  await page.check('[name="isAnonymous"]')
  await page.check('[name="consent"]')
}

const send = (page: Page) => page.click('main form button[type="submit"]')
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
    await page.locator('main form button[type="submit"]').dblclick()
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
    await expect.poll(() => page.locator('#keep').isVisible()).toBe(true)
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

describe('pictures', () => {
  /** As a telephone held upright saves it: turned by a note, with place and maker. */
  async function camera(): Promise<Buffer> {
    const [width, height] = [3600, 2700]
    const raw = Buffer.alloc(width * height * 3)
    let seed = 1
    for (let at = 0; at < raw.length; at += 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      raw[at] = (seed >> 16) & 63
    }
    // What was up when it was taken is red.
    for (let y = 0; y < height; y += 1) raw.fill(Buffer.from([230, 0, 0]), y * width * 3, (y * width + 300) * 3)
    return sharp(raw, { raw: { width, height, channels: 3 } })
      .withExif({ IFD0: { Make: 'Secretphone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '24/1 42/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer()
  }

  it('of a camera are made smaller before they are sent, the right way up and without where they were taken', async () => {
    const picture = await camera()
    expect(picture.byteLength).toBeGreaterThan(5_000_000)
    const page = await openPage({ locale: 'ar' })
    await page.goto('/ar/contact')
    await fillIn(page)
    await page.setInputFiles('[name="attachments"]', {
      name: 'صورة.JPEG',
      mimeType: 'image/jpeg',
      buffer: picture,
    })
    await expect.poll(() => page.locator('.file-hint').textContent(), waiting).toContain('صورة.jpg')
    // What is sent in its place: browsers give a test the fields of a posted form, not its files.
    const bytes = await page.evaluate<number[]>(`(async () => {
      const { filesOf } = await import(location.origin + '/js/pictures.js')
      const [[, [file]]] = await filesOf(document.querySelector('main form'))
      return [...new Uint8Array(await file.arrayBuffer())]
    })()`)
    const smaller = Buffer.from(bytes)
    const { width = 0, height = 0, orientation, exif } = await sharp(smaller).metadata()
    expect(smaller.byteLength).toBeLessThan(picture.byteLength / 2)
    expect([width < height, Math.max(width, height)]).toEqual([true, 2600])
    expect(orientation ?? 1).toBe(1)
    expect(exif?.includes('Secretphone') ?? false).toBe(false)
    expect(smaller.includes('Secretphone')).toBe(false)
    const top = await sharp(smaller)
      .extract({ left: 200, top: 20, width: width - 400, height: 60 })
      .png()
      .toBuffer()
    const { dominant } = await sharp(top).stats()
    expect(dominant.r).toBeGreaterThan(180)
    expect(dominant.g).toBeLessThan(60)
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await expect.poll(() => page.innerText('main')).toContain('صورة.jpg')
  }, 60_000)

  it.each(locales)(
    'and papers of up to 10 MB are taken without scripts, and a larger one is named, in %s',
    async (locale) => {
      const page = await openPage({ locale, scripts: false })
      await page.goto(`/${locale}/contact`)
      await fillIn(page)
      const paper = (name: string, megabytes: number) => ({
        name,
        mimeType: 'application/pdf',
        buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(megabytes * 1024 * 1024 - 9)]),
      })
      await page.setInputFiles('[name="attachments"]', [paper('خطاب.pdf', 11), paper('report.pdf', 2)])
      await send(page)
      const summary = page.locator('#errors')
      await summary.waitFor()
      await expect.poll(() => summary.innerText()).toContain('خطاب.pdf')
      await expect.poll(() => summary.innerText()).not.toContain('report.pdf')
      await page.setInputFiles('[name="attachments"]', paper('خطاب.pdf', 10))
      await send(page)
      await page.waitForURL(/\/contact\/receipt\//)
      const shown = await page.innerText('main')
      for (const name of ['خطاب.pdf', 'report.pdf']) expect(shown).toContain(name)
    },
    60_000,
  )
})

describe('what could not be taken', () => {
  const url = (path: string) => `${inject('siteUrl')}${path}`
  const form = async (path: string, field: string) => formWith(await (await fetch(url(path))).text(), field, url(path))

  it.each<[string, string, string, Record<string, string>, number]>([
    ['an inquiry with errors', '/ar/contact', 'message', { message: 'كلمة' }, 422],
    ['an inquiry from a machine', '/en/contact', 'message', { ...anonymousQuestion('x'), website: 'http://x' }, 422],
    ['an evaluation without an answer', '/ar/evaluate', 'survey', {}, 422],
    ['numbers that are not whole', '/ar/track', 'reference', { reference: '1', code: '2' }, 422],
    ['numbers that belong to nothing', '/en/track', 'reference', { reference: '000000003', code: '0'.repeat(12) }, 422],
  ])('is answered with a status that says so: %s', async (_, path, field, values, expected) => {
    const answer = await post(await form(path, field), values)
    expect(answer.status).toBe(expected)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  })

  it('comes back on the general form when its service was withdrawn meanwhile', async () => {
    const { fields } = await form('/ar/contact', 'message')
    const gone = { action: url('/ar/contact/withdrawn-service'), fields }
    const message = something()
    const answer = await post(gone, { ...anonymousQuestion('عن خدمة'), message, service: 'withdrawn-service' })
    const text = await answer.text()
    expect([422, 409]).toContain(answer.status)
    expect(text).toMatch(new RegExp(`<textarea[^>]*name="message"[^>]*>${message}</textarea>`))
  })

  it('of a reply whose link has run out comes back to be copied', async () => {
    const page = url('/ar/track/an-altered-token')
    const text = await (await fetch(page)).text()
    expect(wordsOf(text)).toContain('انتهت صلاحية هذا الرابط')
    const receipt = await post(await form('/ar/contact', 'message'), anonymousQuestion(something()))
    const shown = await (await fetch(url(String(receipt.headers.get('location'))))).text()
    const tracking = url(String(/href="(\/ar\/track\/[^"]+)"/.exec(shown)?.[1]))
    const replyForm = formWith(await (await fetch(tracking)).text(), 'reply', tracking)
    const expired = {
      action: page,
      fields: replyForm.fields.map(([name, value]): [string, string] =>
        ['token', 'replyToken'].includes(name) ? [name, 'an-altered-token'] : [name, value],
      ),
    }
    const words = something()
    const answer = await post(expired, { reply: words })
    expect(answer.status).toBe(409)
    const back = await answer.text()
    expect(back).toContain(words)
    expect(wordsOf(back)).toContain('انتهت صلاحية الرابط')
    // The reply's own token lets it be sent although the page can't be read any more.
    const late = {
      action: page,
      fields: replyForm.fields.map(([name, value]): [string, string] =>
        name === 'token' ? [name, 'an-altered-token'] : [name, value],
      ),
    }
    expect((await post(late, { reply: words })).status).toBe(303)
  })
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
