import { describe, expect, inject, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { openPage, openPanel, withBrowser } from './setup/browser'
import { administrator } from './setup/running-site'

const pdf = (name: string, tail: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n${tail}`,
  ),
})

withBrowser()

describe.each(['ar', 'en'] as const)('the contact form without script, in %s', (locale) => {
  it('asks about a number that takes no messages, keeps it, and takes what was pasted with marks', async () => {
    const page = await openPage({ locale, scripts: false })
    await page.goto(`/${locale}/contact`)
    const directions = await page.$$eval(
      'main form :is(input[type="text"], textarea):not([name="website"])',
      (fields) => fields.map((field) => field.getAttribute('dir')),
    )
    expect(new Set(directions)).toEqual(new Set(['auto']))
    await page.check('[name="kind"][value="question"]')
    await page.fill('[name="subject"]', `\u200fعن التسجيل ${locale}\u200b`)
    await page.fill('[name="message"]', '\u200f')
    await page.fill('[name="name"]', 'هند')
    await page.fill('[name="phone"]', '\u200f٠١١ ٢٣٤ ٥٦٧٨')
    await page.fill('[name="email"]', 'hind@مثال.السعودية')
    await page.check('[name="consent"]')
    const send = () => page.click('main form button[type="submit"]')
    await send()
    const errors = async () => page.$$eval('#errors a', (links) => links.map((link) => link.getAttribute('href')))
    await expect.poll(() => errors()).toEqual(['#message', '#phone'])
    await page.fill('[name="message"]', 'هل اكتمل تسجيلي؟')
    await send()
    await expect.poll(() => errors()).toEqual(['#phone'])
    await page.check('[name="keptPhone"]')
    await send()
    await page.waitForURL(/\/contact\/receipt\//)
  })
})

it('a published file is no page of the site, at either of its addresses', async () => {
  const page = await openPage({ locale: 'ar' })
  await page.goto('/ar/policies/beneficiary-relations')
  const address = await page.locator('main a[href^="/media/"]').first().getAttribute('href')
  for (const path of [address ?? '', (address ?? '').replace('/media/', '/api/media/file/')]) {
    const answer = await fetch(`${inject('siteUrl')}${path}`)
    expect([path, answer.status, answer.headers.get('content-security-policy')]).toEqual([
      path,
      200,
      "default-src 'none'; sandbox",
    ])
  }
})

describe('staff', () => {
  it('sign in with an address that was copied with its marks', async () => {
    const page = await openPage({ locale: 'ar' })
    await page.goto('/admin/login')
    await page.locator('input[name="email"]').focus()
    await page.keyboard.insertText(`\u200f${administrator.email}\u200b\u00a0`)
    await expect.poll(() => page.inputValue('input[name="email"]')).toBe(administrator.email)
    await page.fill('input[name="password"]', administrator.password)
    await page.click('form button[type="submit"]')
    await page.waitForURL((address) => address.pathname === '/admin')
  })

  it.each([
    ['services', 'مقابله', 'مقابلة'],
    ['services', 'الاجابة', 'الإجابة'],
    ['policies', 'العلاقه', 'العلاقة'],
    ['editions', 'العلاقه', 'العلاقة'],
    ['pages', 'الخصوصيه', 'الخصوصية'],
  ])('find in the list of %s what they type as %s', async (collection, typed, word) => {
    const page = await openPanel({ locale: 'ar' })
    await page.goto(`/admin/collections/${collection}?search=${encodeURIComponent(typed)}`)
    await page.locator('tbody tr').first().waitFor()
    for (const row of nonEmpty(await page.locator('tbody tr').allInnerTexts())) expect(row).toContain(word)
  })

  it('save a file under its own name, with the ending of what it is, as no page of the site', async () => {
    const visit = await openPage({ locale: 'ar' })
    await visit.goto('/ar/contact')
    await visit.check('[name="kind"][value="question"]')
    await visit.fill('[name="subject"]', 'مرفقات بأسماء')
    await visit.fill('[name="message"]', 'هذه ملفاتي.')
    await visit.check('[name="isAnonymous"]')
    await visit.setInputFiles('[name="attachments"]', [pdf("Noura's certificate.pdf", '1'), pdf('شهادة.html', '2')])
    await visit.check('[name="consent"]')
    await visit.click('main form button[type="submit"]')
    await visit.waitForURL(/\/contact\/receipt\//)
    const reference = /\d{3} ?\d{3} ?\d{3}/.exec((await visit.innerText('main')).replace(/\s+/g, ' '))?.[0] ?? ''

    const page = await openPanel({ locale: 'ar' })
    await page.goto(`/admin/inbox?find=${encodeURIComponent(`\u200fرقم ${reference}`)}`)
    await page.locator('.desk-table tbody a').first().click()
    const links = page.locator('a[href^="/admin-files/attachments/"]')
    await links.first().waitFor()
    const saved: string[] = []
    for (const link of nonEmpty(await links.all())) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      saved.push(download.suggestedFilename())
      const headers = await page.evaluate(
        async (address) => {
          const answer = await fetch(address)
          return Object.fromEntries(answer.headers)
        },
        `${inject('siteUrl')}${await link.getAttribute('href')}`,
      )
      expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
    expect(new Set(saved)).toEqual(new Set(["Noura's certificate.pdf", 'شهادة.html.pdf']))
  })
})
