import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { axeFindings, openPage, openPanel, widths, withBrowser } from './setup/browser'
import { asAdministrator, sendInquiry } from './setup/desk-staff'
import { referenceOn } from './setup/form'

withBrowser()

const password = 'four words to remember'
const noura = { email: 'noura@example.org', password }
const reem = { email: 'reem@example.org', password }
const huda = { email: 'huda@example.org', password }

const easternDigits = (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))

async function createStaff() {
  const create = await asAdministrator()
  for (const [name, role, account] of [
    ['نورة', 'case-officer', noura],
    ['ريم', 'case-officer', reem],
    ['هدى', 'editor', huda],
  ] as const) {
    await create('users', { name, roles: [role], ...account })
  }
}

let created = 0
/** An inquiry of its own for a test, open on a member of staff's screen. */
async function newCase(subject: string): Promise<{ phone: string; receipt: string }> {
  created += 1
  const phone = `05500000${String(10 + created)}`
  return { phone, receipt: await sendInquiry(subject, { phone }) }
}

async function find(page: Page, typed: string) {
  await page.goto('/admin/inbox')
  await page.getByRole('searchbox').fill(typed)
  await page.getByRole('button', { name: 'بحث' }).click()
}

async function openCase(page: Page, subject: string, phone: string) {
  await find(page, phone)
  await page.getByRole('link', { name: subject }).click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
}

beforeAll(createStaff)

describe('the desk', () => {
  it('finds a person by telephone in Arabic-Indic digits, answers and closes, and the person reads it', async () => {
    const subject = 'متى تبدأ الدورة؟'
    const { phone, receipt } = await newCase(subject)
    const page = await openPanel({ account: noura })
    await find(page, easternDigits(phone))
    await page.getByRole('link', { name: subject }).click()

    await page.getByRole('button', { name: 'أتولاه أنا' }).click()
    await page.getByText('أُسند الاستفسار.').waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.id)
    await expect.poll(() => focused()).toBe('assign-outcome')
    // One's own step is no conflict, though the page may know the case as it was before.
    await expect.poll(() => page.getByRole('button', { name: 'إغلاق الاستفسار' }).count()).toBe(0)

    await page.getByLabel('نص الإجابة').fill('تبدأ الدورة في الأسبوع القادم.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('أُرسلت الإجابة.').waitFor()
    await expect.poll(() => focused()).toBe('work-outcome')
    await page.getByRole('button', { name: 'إغلاق الاستفسار' }).click()
    await page.getByText('أُغلق هذا الاستفسار.').waitFor()

    const html = await (await fetch(receipt)).text()
    const reference = referenceOn(html)
    await find(page, reference)
    await page.getByText('مغلق').first().waitFor()
  })

  it('closes nothing that has no answer: not in words, and not by a forged button', async () => {
    const subject = 'هل اكتمل التسجيل؟'
    const { phone } = await newCase(subject)
    const page = await openPanel({ account: noura })
    await openCase(page, subject, phone)
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('button[name="command"][value="answer"]')
      if (button) button.value = 'close'
    })
    await page.locator('button[name="command"][value="close"]').click()
    await page.getByText('لا يُغلق استفسار دون إجابة').waitFor()
    await page.reload()
    await expect.poll(() => page.getByText('أُغلق هذا الاستفسار.').count()).toBe(0)
  })

  it('keeps what the second of two people wrote, shows what the first did, and then takes it', async () => {
    const subject = 'أين وصل طلبي؟'
    const { phone } = await newCase(subject)
    const [first, second] = [await openPanel({ account: noura }), await openPanel({ account: reem })]
    await openCase(first, subject, phone)
    await openCase(second, subject, phone)

    await first.getByLabel('نص الإجابة').fill('إجابة نورة')
    await first.getByRole('button', { name: 'إرسال الإجابة', exact: true }).click()
    await first.getByText('أُرسلت الإجابة.').waitFor()

    await second.getByLabel('نص الإجابة').fill('إجابة ريم')
    await second.getByRole('button', { name: 'إرسال الإجابة', exact: true }).click()
    await second.getByText('تغيّر هذا الاستفسار وأنتم تكتبون').waitFor()
    await second.getByRole('link', { name: 'قراءة ما استجد' }).waitFor()
    await second.locator('.desk-timeline').getByText('إجابة نورة').waitFor()
    await expect.poll(() => second.getByLabel('نص الإجابة').inputValue()).toBe('إجابة ريم')

    await second.getByRole('button', { name: 'إرسال الإجابة', exact: true }).click()
    await second.locator('.desk-timeline').getByText('إجابة ريم').waitFor()
    await expect.poll(() => second.getByLabel('نص الإجابة').inputValue()).toBe('')
  })

  it('records a telephone call and gives the two numbers with which the person follows it', async () => {
    const page = await openPanel({ account: noura, width: widths.phone })
    await page.goto('/admin/inbox/new')
    await page.getByRole('button', { name: 'تسجيل الاستفسار' }).click()
    await page.getByText('لم يُسجل بعد').waitFor()
    await page.getByLabel('القناة').selectOption('telephone')
    await page.getByLabel('النوع').selectOption('guidance')
    await page.getByLabel('الموضوع').fill('مكالمة عن التسجيل')
    await page.getByLabel('ما قاله صاحب الطلب').fill('تسأل عن خطوات التسجيل.')
    await page.getByLabel('الاسم', { exact: true }).fill('سارة')
    await page.getByLabel('الجوال', { exact: true }).fill('٠٥٥٠٠٠٠٠٩٩')
    await page.getByLabel('الموافقة').selectOption('spoken')
    await expect.poll(() => page.getByLabel('الموضوع').inputValue()).toBe('مكالمة عن التسجيل')
    await page.getByRole('button', { name: 'تسجيل الاستفسار' }).click()
    const receipt = page.locator('.desk-receipt')
    await receipt.getByText('سُجل الاستفسار').waitFor()
    const [reference, code] = await receipt.locator('dd').allTextContents()

    const visitor = await openPage()
    await visitor.goto('/ar/track')
    await visitor.fill('input[name="reference"]', String(reference))
    await visitor.fill('input[name="code"]', String(code))
    await visitor.locator('main form button').first().click()
    await visitor.getByText('تسأل عن خطوات التسجيل.').waitFor()
  })

  it('takes a call in one form: who it is, what they asked, what they were told', async () => {
    const page = await openPanel({ account: noura })
    await page.goto('/admin/inbox')
    await page.getByRole('link', { name: 'تسجيل استفسار' }).click()
    await page.getByLabel('الجوال أو البريد أو رقم المتابعة').click()
    await page.keyboard.type('0550000099')
    await page.keyboard.press('Enter')
    await page.getByText(/استفسار سابق|لا استفسار سابق/).waitFor()
    await expect.poll(() => page.getByLabel('القناة').inputValue()).toBe('telephone')
    await expect.poll(() => page.getByLabel('الجوال', { exact: true }).inputValue()).toBe('0550000099')
    await page.getByLabel('النوع').selectOption('question')
    await page.keyboard.press('Tab')
    await page.getByLabel('الموضوع').focus()
    await page.keyboard.type('مكالمة عن موعد الدورة')
    await page.keyboard.press('Tab')
    await page.keyboard.type('متى تبدأ الدورة؟')
    await page.getByLabel('الاسم', { exact: true }).fill('سارة')
    await page.getByLabel('الموافقة').selectOption('spoken')
    await page.keyboard.press('Tab')
    await page.getByLabel('ما أُجيب به').focus()
    await page.keyboard.type('تبدأ الأحد.')
    await page.getByRole('button', { name: 'تسجيل الاستفسار' }).click()
    await page.locator('.desk-receipt').getByText('سُجل الاستفسار بإجابته، وأُغلق').waitFor()
    await page.getByRole('link', { name: 'فتح الاستفسار' }).click()
    await page.locator('.desk-timeline').getByText('تبدأ الأحد.').waitFor()
  })

  it('tells an editor in a sentence that inquiries are not theirs, and offers no way in', async () => {
    const page = await openPanel({ account: huda })
    await expect.poll(() => page.locator('a[href="/admin/inbox"]').count()).toBe(0)
    await page.goto('/admin/inbox')
    await page.getByText('الاستفسارات لمن يتولونها').waitFor()
    await page.goto('/admin/inbox/new')
    await expect.poll(() => page.locator('form.desk-record').count()).toBe(0)
  })

  it.each(['/admin/inbox', '/admin/inbox/new', '/admin/inbox/no-such-case'])(
    'asks whoever is not signed in to sign in before %s',
    async (path) => {
      const page = await openPage()
      await page.goto(path)
      // Payload's way of redirecting within a page that has begun.
      await page.waitForURL((address) => address.pathname === '/admin/login')
      await expect.poll(() => page.locator('.desk').count()).toBe(0)
      expect(new URL(page.url()).searchParams.get('redirect')).toContain('/admin/inbox')
    },
  )

  it('answers for a private file as if there were none, to whoever may not read it', async () => {
    const { status, headers } = await fetch(`${inject('siteUrl')}/admin-files/attachments/no-such-file`)
    expect(status).toBe(404)
    expect(headers.get('cache-control')).toContain('no-store')
  })
})

describe('every screen of the desk', () => {
  it.each([
    ['ar', 'light', widths.desk],
    ['en', 'dark', widths.phone],
  ] as const)('has nothing that axe finds, and fits its windows: %s, %s, %i px', async (locale, scheme, width) => {
    const subject = `سؤال ${locale} ${scheme}`
    const { phone } = await newCase(subject)
    const page = await openPanel({ account: noura, locale, scheme, width })
    const problems: string[] = []
    const look = async (name: string) => {
      for (const [window, other] of Object.entries(widths)) {
        await page.setViewportSize({ width: other, height: 900 })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (wide > 0) problems.push(`${name} is too wide by ${wide} px on a ${window}`)
      }
      await page.setViewportSize({ width, height: 900 })
      problems.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`))
    }
    for (const path of ['/admin', '/admin/inbox', '/admin/inbox?view=all&kind=question', '/admin/inbox/new']) {
      await page.goto(path)
      await page.locator('.desk h1').waitFor()
      await look(path)
    }
    await page.goto(`/admin/inbox?find=${phone}`)
    await page.getByRole('link', { name: subject }).click()
    await page.getByRole('heading', { level: 1, name: subject }).waitFor()
    await look('a case')
    expect(problems).toEqual([])
  })
})
