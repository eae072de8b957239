import { beforeAll, expect, inject, it } from 'vitest'
import { openPanel, withBrowser } from './setup/browser'
import { formWith, post } from './setup/form'
import { administrator } from './setup/running-site'

withBrowser()

const hessa = { email: 'hessa@example.org', password: 'four words to remember' }
const subject = 'هل تصلكم إشعارات؟'
const patience = { timeout: 30_000, interval: 500 }

beforeAll(async () => {
  const url = inject('siteUrl')
  const headers = { 'content-type': 'application/json', origin: url }
  const login = await fetch(`${url}/api/users/login`, { method: 'POST', headers, body: JSON.stringify(administrator) })
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const { status } = await fetch(`${url}/api/users`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ name: 'حصة', roles: ['case-officer'], ...hessa }),
  })
  if (status !== 201) throw new Error(`The officer could not be created: ${status}`)
})

it('an officer chooses the digest, finds a new inquiry on the first page and in the menu, and opens it', async () => {
  const page = await openPanel({ account: hessa })
  await page.goto('/admin/account')
  await page.locator('#field-caseNotices').getByRole('combobox').click()
  await page.getByRole('option', { name: /بالبريد في ملخص/ }).click()
  await page.locator('#action-save').click()
  await page.getByText('تم التحديث بنجاح').first().waitFor()
  await page.reload()
  await expect.poll(() => page.locator('#field-caseNotices').innerText(), patience).toContain('بالبريد في ملخص')

  const address = `${inject('siteUrl')}/ar/contact`
  const form = formWith(await (await fetch(address)).text(), 'subject', address)
  const sent = await post(form, {
    kind: 'question',
    subject,
    message: 'متى تبدأ الدورة القادمة؟',
    name: 'هند',
    phone: '0550000987',
    replyChannel: 'tracking',
    replyLocale: 'ar',
    consent: 'yes',
  })
  expect(sent.status).toBe(303)

  const news = page.getByRole('region', { name: 'ما استجد لكم' })
  await expect
    .poll(async () => {
      await page.goto('/admin')
      return news.getByRole('link', { name: subject }).count()
    }, patience)
    .toBe(1)
  await expect.poll(() => news.innerText(), patience).toContain('استفسار جديد')
  await expect
    .poll(() => page.locator('.desk-nav-link[href^="/admin/inbox"]').textContent(), patience)
    .toContain('بلا مسؤول')

  await news.getByRole('link', { name: subject }).click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
  // Who left no e-mail address is called; the page says so before the answer is written.
  await page.getByText('لا بريد لصاحب الطلب').waitFor()
  await expect.poll(() => page.getByRole('link', { name: /اتصال/ }).getAttribute('href')).toBe('tel:+966550000987')
  await page.getByLabel('إبلاغ بغير البريد').check({ force: true })
  await page.getByLabel('كيف أُبلغ صاحب الطلب، وبماذا').fill('اتصلت وأخبرتها بالموعد')
  await page.getByRole('button', { name: 'تسجيل الإبلاغ' }).click()
  await page.getByText('سُجّل إبلاغ صاحب الطلب.').waitFor()
  await page.goto('/admin')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(() => news.getByRole('link', { name: subject }).count(), patience).toBe(0)
})
