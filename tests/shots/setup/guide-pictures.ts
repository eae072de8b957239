import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openPage, openPanel } from '../../e2e/setup/browser'
import type { LivingSite } from './living-site'

type Language = 'ar' | 'en'

const folder = 'docs/images/editors'
const width = 1280

/** Quantised, because a picture of a page has few colours. */
async function save(page: Page, name: string, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  // Payload greets and confirms in a corner for a while.
  await page.addStyleTag({ content: '.payload-toast-container, [data-sonner-toaster] { display: none }' })
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => scrollTo(0, 0))
  const picture = await page.screenshot({ animations: 'disabled' })
  await sharp(picture)
    .png({ palette: true, colours: 96, effort: 10 })
    .toFile(path.join(folder, `${name}.png`))
}

const words = {
  ar: { approval: 'الاعتماد', saveDraft: 'حفظ المسودة' },
  en: { approval: 'Approval', saveDraft: 'Save Draft' },
} as const

/** Types and waits for the form's own check, whose answer would wipe what the save then says. */
async function type(page: Page, field: string, value: string): Promise<void> {
  const checked = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.fill(`input[name="${field}"]`, value)
  await checked
}

/** Duplicates the approved edition and types two dates of which one is wrong. */
async function amendWithWrongDate(page: Page, language: Language): Promise<void> {
  const approved = page.url()
  await page.locator('#action-duplicate').click()
  await page.waitForURL((url) => url.href !== approved && !url.pathname.endsWith('/create'))
  await page.reload()
  await page.locator('html[data-content-language]').waitFor()
  await page.getByRole('button', { name: words[language].approval }).click()
  await type(page, 'decision.hijri', '13/7/1442')
  await type(page, 'decision.gregorian', '26/2/2021')
  await page.getByRole('button', { name: words[language].saveDraft }).click()
  await page.locator('.field-error.tooltip--show').first().waitFor()
}

/** Takes the pictures of docs/EDITORS.<language>.md again. */
export async function takeGuidePictures(living: LivingSite, language: Language): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { ids, site } = living
  const visit = { url: site.url, locale: language, width }
  const name = (picture: string) => `${language}-${picture}`

  const anonymous = await openPage(visit)
  await anonymous.context().addCookies([{ name: 'payload-lng', value: language, url: site.url }])
  await anonymous.goto('/admin/login')
  await anonymous.locator('input[name="password"]').waitFor()
  await save(anonymous, name('sign-in'), 620)

  const officer = await openPanel({ ...visit, account: living.officer })
  await officer.goto('/admin')
  await save(officer, name('first-page'), 720)
  await officer.goto('/admin/inbox?view=all')
  await save(officer, name('inbox'), 780)
  await officer.goto(`/admin/inbox/${ids.caseId}`)
  await save(officer, name('case'), 1080)
  await officer.goto('/admin/inbox/new')
  await save(officer, name('record'), 860)

  const administrator = await openPanel(visit)
  const open = async (path: string) => {
    await administrator.goto(`/admin/${path}?locale=${language}`)
    await administrator.locator('.doc-header__title').waitFor()
  }
  await open(`collections/pages/${ids.page}`)
  await administrator.locator('.ContentEditable__root').waitFor()
  await save(administrator, name('page'), 860)
  await open(`collections/surveys/${ids.survey}`)
  await save(administrator, name('survey'), 980)
  await administrator.goto(`/admin/collections/surveys/${ids.survey}/results?locale=${language}`)
  await save(administrator, name('results'), 980)
  await open('globals/association')
  await save(administrator, name('association'), 900)
  await open(`collections/users/${ids.user}`)
  await save(administrator, name('staff'), 760)
  await open(`collections/editions/${ids.edition}`)
  await administrator.locator('.doc-controls__popup .popup-button').click()
  await administrator.locator('#action-duplicate').waitFor()
  await save(administrator, name('edition-copy'), 640)
  await amendWithWrongDate(administrator, language)
  await save(administrator, name('edition-dates'), 860)
}
