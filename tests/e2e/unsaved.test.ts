import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { openPanel, withBrowser } from './setup/browser'
import { formWith, post } from './setup/form'
import { administrator } from './setup/running-site'

/** What staff type and have not saved survives a session that ended, a refusal and a reload. */

withBrowser()

const url = () => inject('siteUrl')

/** As when it ran out, or an administrator ended it. */
const loseSession = (page: Page) => page.context().clearCookies({ name: 'payload-token' })

async function signInAgain(page: Page) {
  await page.waitForURL(/\/login/)
  await page.fill('input[name="email"]', administrator.email)
  await page.fill('input[name="password"]', administrator.password)
  await page.click('form button[type="submit"]')
  await page.waitForURL((address) => !address.pathname.endsWith('/login'))
}

/** Without the question whether to leave, as a browser that is restarted. */
async function reload(page: Page) {
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
}

const isKept = (page: Page, part: string) =>
  page.waitForFunction((typed) => JSON.stringify({ ...sessionStorage }).includes(typed), part)

const keptCount = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('unsaved:')).length)

let telephones = 0

/** @returns the telephone number by which the case is found */
async function newCase(subject: string): Promise<string> {
  telephones += 1
  const phone = `05611000${10 + telephones}`
  const address = `${url()}/ar/contact`
  const form = formWith(await (await fetch(address)).text(), 'subject', address)
  const sent = await post(form, {
    kind: 'question',
    subject,
    message: `${subject}: نص`,
    name: 'هند',
    phone,
    replyChannel: 'tracking',
    replyLocale: 'ar',
    consent: 'yes',
  })
  expect(sent.headers.get('location')).toMatch(/receipt/)
  return phone
}

async function openCase(page: Page, subject: string, phone: string) {
  await page.goto('/admin/inbox')
  await page.getByRole('searchbox').fill(phone)
  await page.getByRole('button', { name: 'بحث' }).click()
  await page.getByRole('link', { name: subject }).click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
}

describe('an answer that is being written', () => {
  it('is there after the session was lost, and is sent once', async () => {
    const subject = 'سؤال عن جلسة انتهت'
    const phone = await newCase(subject)
    const page = await openPanel()
    await openCase(page, subject, phone)
    await page.locator('.desk-modes label:has([value="ask"])').click()
    await page.locator('#work-text').fill('أي دورة هي المقصودة؟')
    await isKept(page, 'أي دورة')
    await loseSession(page)
    await page.locator('button[name="command"][value="ask"]').click()
    await page.locator('#work-outcome.desk-status-danger').waitFor()
    await expect.poll(() => page.locator('#work-text').inputValue()).toBe('أي دورة هي المقصودة؟')

    await page.reload()
    await signInAgain(page)
    await page.getByRole('heading', { level: 1, name: subject }).waitFor()
    await page.getByText('عاد ما كُتب هنا').waitFor()
    await expect.poll(() => page.locator('#work-text').inputValue()).toBe('أي دورة هي المقصودة؟')
    await page.locator('button[name="command"][value="ask"]').click()
    await page.locator('#work-outcome.desk-status-done').waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: subject }).waitFor()
    await expect.poll(() => page.locator('#work-text').inputValue()).toBe('')
    await expect.poll(() => page.locator('.desk-timeline').getByText('أي دورة هي المقصودة؟').count()).toBe(1)
  })

  it('belongs to its case and to who writes it, and goes with who signs out', async () => {
    const [one, other] = ['سؤال أول عن الحفظ', 'سؤال آخر عن الحفظ']
    const [phoneOfOne, phoneOfOther] = [await newCase(one), await newCase(other)]
    const page = await openPanel()
    await openCase(page, one, phoneOfOne)
    await page.locator('#work-text').fill('نص لم يُرسل')
    await isKept(page, 'نص لم')
    await openCase(page, other, phoneOfOther)
    await expect.poll(() => page.locator('#work-text').inputValue()).toBe('')
    await openCase(page, one, phoneOfOne)
    await page.getByText('عاد ما كُتب هنا').waitFor()
    await expect.poll(() => page.locator('#work-text').inputValue()).toBe('نص لم يُرسل')
    await page.goto('/admin/logout')
    await page.waitForURL(/\/(login|logout)/)
    await expect.poll(() => keptCount(page)).toBe(0)
  })
})

describe('an inquiry that is being recorded', () => {
  it.each(['ar', 'en'] as const)('is there after a reload, in %s, and can be emptied', async (locale) => {
    const page = await openPanel({ locale })
    await page.goto('/admin/inbox/new')
    await page.locator('[name=channel]').selectOption('telephone')
    await page.locator('[name=subject]').fill('مكالمة لم تُسجل بعد')
    await page.locator('[name=message]').fill('تسأل عن موعد')
    await page.locator('[name=isAnonymous]').check()
    await isKept(page, 'تسأل عن موعد')
    await loseSession(page)
    await page.reload()
    await signInAgain(page)
    await page.getByText(locale === 'ar' ? 'عاد ما كُتب هنا' : 'What was typed here').waitFor()
    await expect.poll(() => page.locator('[name=subject]').inputValue()).toBe('مكالمة لم تُسجل بعد')
    await expect.poll(() => page.locator('[name=channel]').inputValue()).toBe('telephone')
    await expect.poll(() => page.locator('[name=isAnonymous]').isChecked()).toBe(true)
    await expect.poll(() => page.locator('[name=name]').count()).toBe(0)
    await page.getByRole('button', { name: locale === 'ar' ? 'تفريغ الاستمارة' : 'Empty the form' }).click()
    await expect.poll(() => page.locator('[name=subject]').inputValue()).toBe('')
    await page.reload()
    await expect.poll(() => page.locator('[name=subject]').inputValue()).toBe('')
  })
})

describe('a document that is being edited', () => {
  const restored = { ar: 'عاد ما كُتب هنا ولم يُحفظ.', en: 'What was typed here and not saved is back.' }

  it.each(['ar', 'en'] as const)('keeps texts and rows through a lost session, in %s', async (locale) => {
    const page = await openPanel({ locale })
    await page.goto('/admin/collections/services/create')
    await page.locator('#field-title').fill('خدمة لم تُحفظ')
    await page.locator('#field-need').fill('حاجة مكتوبة')
    const rows = page.locator('#field-steps')
    // An answer about the fields above that is still on its way would take the new row with it.
    await page.waitForLoadState('networkidle')
    await rows.locator('.array-field__add-row').click()
    const title = page.locator('#field-steps__0__title')
    await title.waitFor({ state: 'attached' })
    // Payload closes a row that it has just added.
    const isOpen = async () => {
      if (!(await title.isVisible())) await rows.locator('.collapsible__toggle').first().click()
      return title.isVisible()
    }
    await expect.poll(isOpen, { interval: 700, timeout: 10_000 }).toBe(true)
    await title.fill('الخطوة الأولى')
    await isKept(page, 'الخطوة الأولى')
    await loseSession(page)
    await reload(page)
    await signInAgain(page)
    await page.getByText(restored[locale]).waitFor()
    await expect.poll(() => page.locator('#field-title').inputValue()).toBe('خدمة لم تُحفظ')
    await expect.poll(() => page.locator('#field-need').inputValue()).toBe('حاجة مكتوبة')
    await expect.poll(() => page.locator('#field-steps__0__title').inputValue()).toBe('الخطوة الأولى')

    await page.locator('#action-save-draft').click()
    await page.waitForURL(/services\/(?!create)/)
    await expect.poll(() => keptCount(page)).toBe(0)
    await page.reload()
    await expect.poll(() => page.locator('#field-title').inputValue()).toBe('خدمة لم تُحفظ')
    await expect.poll(() => page.locator('#field-steps__0__title').inputValue()).toBe('الخطوة الأولى')
    await expect.poll(() => page.getByText(restored[locale]).count()).toBe(0)
  })

  /** A draft of its own. @returns the path of its page in the panel, and of its API */
  async function newService(page: Page, slug: string) {
    const token = (await page.context().cookies()).find(({ name }) => name === 'payload-token')?.value
    const headers = { 'content-type': 'application/json', origin: url(), cookie: `payload-token=${token}` }
    const send = (path: string, method: string, data: object) =>
      fetch(`${url()}/api/services${path}?locale=ar&draft=true`, { method, headers, body: JSON.stringify(data) })
    const created = await send('', 'POST', { slug, title: 'عنوان محفوظ', order: 900 })
    expect(created.status).toBe(201)
    const { doc } = (await created.json()) as { doc: { id: string | number } }
    const saveTitle = async (title: string) => expect((await send(`/${doc.id}`, 'PATCH', { title })).status).toBe(200)
    return { path: `/admin/collections/services/${doc.id}`, saveTitle }
  }

  it('comes back with a way to what is saved', async () => {
    const page = await openPanel()
    const service = await newService(page, 'unsaved-one')
    await page.goto(service.path)
    const title = page.locator('#field-title')
    await expect.poll(() => title.inputValue()).toBe('عنوان محفوظ')
    await title.fill('عنوان لم يُحفظ')
    await isKept(page, 'عنوان لم')
    await reload(page)
    await page.getByText(restored.ar).waitFor()
    await expect.poll(() => title.inputValue()).toBe('عنوان لم يُحفظ')
    await page.getByRole('button', { name: 'الرجوع إلى المحفوظ' }).click()
    await expect.poll(() => title.inputValue()).toBe('عنوان محفوظ')
    await expect.poll(() => keptCount(page)).toBe(0)
  })

  it('asks first where the document was saved by others since', async () => {
    const page = await openPanel()
    const service = await newService(page, 'unsaved-two')
    await page.goto(service.path)
    const title = page.locator('#field-title')
    await expect.poll(() => title.inputValue()).toBe('عنوان محفوظ')
    await title.fill('عنوان قديم لم يُحفظ')
    await isKept(page, 'عنوان قديم')
    await service.saveTitle('عنوان أحدث')
    await reload(page)
    await page.getByText('كُتب هنا شيء لم يُحفظ').waitFor()
    await expect.poll(() => title.inputValue()).toBe('عنوان أحدث')
    await page.getByRole('button', { name: 'إظهار ما كُتب' }).click()
    await expect.poll(() => title.inputValue()).toBe('عنوان قديم لم يُحفظ')
    await page.getByText('وحفظه يحل محل ما حُفظ بعده').waitFor()
  })

  it('keeps no password', async () => {
    const page = await openPanel()
    await page.clock.install()
    await page.goto('/admin/account')
    await page.locator('#field-name').fill('اسم لم يُحفظ')
    // Longer than what is typed waits to be kept elsewhere.
    await page.clock.runFor(5000)
    await expect.poll(() => keptCount(page)).toBe(0)
  })
})
