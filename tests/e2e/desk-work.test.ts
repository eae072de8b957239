import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { axeFindings, openPage, openPanel, widths, withBrowser } from './setup/browser'
import { something } from './setup/contact-form'
import { asAdministrator, sendInquiry } from './setup/desk-staff'

withBrowser()

const salma = { email: 'salma@example.org', password: 'four words to remember' }
const savedReply = { title: 'موعد الدورة', step: 'answered', text: 'مرحبًا {name}، تبدأ الدورة يوم الأحد.' }

beforeAll(async () => {
  const create = await asAdministrator()
  await create('users', { name: 'سلمى', roles: ['case-officer'], ...salma })
  await create('saved-replies?locale=ar', savedReply)
})

let created = 0
/** An inquiry of its own for a test. */
async function newCase(subject: string): Promise<{ phone: string; subject: string }> {
  created += 1
  const phone = `05500001${String(10 + created)}`
  await sendInquiry(subject, { phone })
  return { phone, subject }
}

async function openCase(page: Page, { phone, subject }: { phone: string; subject: string }) {
  await page.goto(`/admin/inbox?find=${phone}`)
  await page.getByRole('link', { name: subject }).click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('without scripts', () => {
  it.each([
    ['ar', 'شروط التسجيل في الجمعية', 'هل في الموقع جواب؟', 'لم يُرسل شيء بعد'],
    ['en', 'Conditions of registration', 'Is it answered here?', 'Nothing has been sent yet'],
  ] as const)(
    '%s: the contact form comes back with what the site says, and with all that was typed',
    async (...asked) => {
      const [locale, subject, button, said] = asked
      const page = await openPage({ locale, scripts: false, width: widths.phone })
      await page.goto(`/${locale}/contact`)
      await page.check('[name="kind"][value="question"]')
      await page.fill('[name="subject"]', subject)
      await page.fill('[name="message"]', subject)
      await page.check('[name="isSensitive"]')
      await page.fill('[name="name"]', 'هند')
      await page.getByRole('button', { name: button }).click()
      const answers = page.getByRole('group').filter({ hasText: said })
      await answers.getByRole('link').first().waitFor()
      const typed = () =>
        Promise.all([
          page.inputValue('[name="subject"]'),
          page.inputValue('[name="message"]'),
          page.inputValue('[name="name"]'),
          page.isChecked('[name="isSensitive"]'),
          page.isChecked('[name="kind"][value="question"]'),
        ])
      await expect.poll(typed).toEqual([subject, subject, 'هند', true, true])
      await answers.getByRole('link').first().click()
      await expect.poll(() => page.context().pages().length).toBe(2)
      await page.context().pages()[1]?.getByRole('heading', { level: 1 }).waitFor()
    },
  )

  it('who lost the code gets a link by mail, and opens the inquiry with it', async () => {
    const email = `${something().replace(' ', '.')}@example.org`
    const subject = `سؤال ${something()}`
    await sendInquiry(subject, { email })
    const page = await openPage({ scripts: false, width: widths.phone })
    await page.goto('/ar/track')
    await page.getByRole('link', { name: 'فقدتم الرمز؟' }).click()
    await page.getByLabel('البريد الإلكتروني أو الجوال').fill(email)
    await page.getByRole('button', { name: 'إرسال رابط جديد' }).click()
    await page.getByRole('heading', { level: 1, name: /الرابط في الطريق/ }).waitFor()

    await expect.poll(() => linkSentTo(email), { timeout: 30_000 }).not.toBe('')
    // axe needs scripts.
    const checked = await openPage({ width: widths.phone })
    await checked.goto(linkSentTo(email))
    await checked.getByRole('heading', { level: 1, name: 'رسائلكم' }).waitFor()
    expect(await axeFindings(checked)).toEqual([])
    await page.goto(linkSentTo(email))
    await page.getByRole('heading', { level: 1, name: 'رسائلكم' }).waitFor()
    await page.getByRole('main').getByRole('link').first().click()
    await page.getByText(subject, { exact: true }).waitFor()
  })
})

/** The link to a person's own inquiries, as it stands in the outbox; empty while no mail has it. */
function linkSentTo(email: string): string {
  const outbox = path.join(inject('siteDataDir'), 'outbox')
  for (const name of readdirSync(outbox)) {
    const mail = readFileSync(path.join(outbox, name), 'utf8')
      .replace(/=\r?\n/g, '')
      .replaceAll('=3D', '=')
    const link = /https?:\/\/\S+?\/track\/own\/[\w.-]+/.exec(mail)
    if (link && mail.includes(email)) return link[0]
  }
  return ''
}

describe('the work of an officer', () => {
  it('restricts an inquiry, is told so in the inbox, and no longer sees it', async () => {
    const asked = await newCase(`شكوى ${something()}`)
    const page = await openPanel({ account: salma })
    await openCase(page, asked)
    const address = page.url()
    const reason = page.getByLabel('سبب التقييد')
    // A step that is chosen before the form's script is there changes nothing.
    await expect
      .poll(async () => {
        await page.locator('input[name="mode"][value="restrict"]').check({ force: true })
        return reason.count()
      })
      .toBe(1)
    await reason.fill('تتعلق بأحد العاملين')
    await page.locator('button[name="command"][value="restrict"]').click()
    await page.waitForURL((url) => url.pathname === '/admin/inbox')
    await expect.poll(() => focused(page)).toMatch(/قُيِّد الاطلاع.*لم يعد ظاهرًا لكم/)
    await page.goto(address)
    await page.getByText('لا يوجد استفسار بهذا العنوان').waitFor()
    await page.goto(`/admin/inbox?find=${asked.phone}`)
    await expect.poll(() => page.getByRole('link', { name: asked.subject }).count()).toBe(0)
  })

  it('inserts a saved reply with the name in it, sends and closes, and has the next inquiry', async () => {
    const [asked] = [await newCase(`موعد ${something()}`), await newCase(`تالٍ ${something()}`)]
    const page = await openPanel({ account: salma })
    await openCase(page, asked)
    const text = page.getByLabel('نص الإجابة')
    await expect
      .poll(async () => {
        if (!(await text.inputValue())) await page.getByLabel('رد محفوظ').selectOption({ label: savedReply.title })
        return text.inputValue()
      })
      .toBe('مرحبًا هند، تبدأ الدورة يوم الأحد.')
    await page.getByRole('button', { name: 'إرسال وإغلاق، ثم التالي' }).click()
    await page.waitForURL((url) => url.searchParams.get('after') === 'answer')
    await expect.poll(() => focused(page)).toMatch(/هذا هو التالي/)
    await expect.poll(() => page.getByRole('heading', { level: 1, name: asked.subject }).count()).toBe(0)
    await page.goto(`/admin/inbox?find=${asked.phone}`)
    await page.getByRole('cell', { name: 'مغلق' }).waitFor()
  })

  it('exports a list for a reason, and is asked for one', async () => {
    const asked = await newCase(`تصدير ${something()}`)
    const page = await openPanel({ account: salma, width: widths.phone })
    await page.goto(`/admin/inbox?find=${asked.phone}`)
    await page.getByText('تصدير هذه القائمة').click()
    await page.getByRole('button', { name: 'ملف Excel' }).click()
    await page.getByText('يلزم سبب من خمسة أحرف').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('سبب التصدير').fill('تقرير شهري للإدارة')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'ملف Excel' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('inquiries.xlsx')
  })

  it.each([
    ['ar', 'light', widths.phone],
    ['en', 'dark', widths.desk],
  ] as const)('shows who calls and a person’s other inquiries without fault: %s, %s, %i px', async (...window) => {
    const [locale, scheme, width] = window
    const { phone, subject } = await newCase(`سابق ${something()}`)
    await sendInquiry(`${subject} آخر`, { phone })
    const page = await openPanel({ account: salma, locale, scheme, width })
    const found: string[] = []
    const look = async (name: string) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) found.push(`${name} is too wide by ${wide} px`)
      found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`))
    }
    await page.goto(`/admin/inbox/new?find=${phone}`)
    await page.getByRole('link', { name: `${subject} آخر` }).waitFor()
    await look('call')
    await page.getByRole('link', { name: `${subject} آخر` }).click()
    await page.locator('#case-others').waitFor()
    await look('case')
    expect(found).toEqual([])
  })
})
