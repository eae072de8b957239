import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import {
  fieldLabel,
  hiddenStops,
  joinedWords,
  languageCodes,
  listSearch,
  namedByField,
  namesBySelector,
  namesInArabic,
  selectAll,
  shownVersion,
  tabButtons,
  tooltip,
} from '@/panel/payload-controls'
import { openPanel, withBrowser } from './setup/browser'

withBrowser()

declare global {
  interface Window {
    foundOnPage(selector: string): void
  }
}

/** Names as Payload gives them and as we do: an entry counts while the panel still has use for it. */
const selectors = [
  ...namesBySelector.map(({ selector, name }) => `${selector}[aria-label="${name.ar}"]`),
  ...Object.entries(namesInArabic)
    .flat()
    .map((name) => `[aria-label="${name}"]`),
  ...namedByField.map((selector) => `${selector}[aria-labelledby^="named-field-"]`),
  `${selectAll.selector}[title="${selectAll.title.ar}"]`,
  `${hiddenStops}[tabindex="-1"]`,
  ...languageCodes,
  ...joinedWords,
  ...[fieldLabel, listSearch, shownVersion, tabButtons, tooltip],
]

/** From now on, what occurs on any page, for however short: a name is seen before it is replaced. */
async function watchFor(page: Page): Promise<Set<string>> {
  const found = new Set<string>()
  await page.exposeFunction('foundOnPage', (selector: string) => found.add(selector))
  await page.addInitScript((wanted) => {
    const left = new Set(wanted)
    const look = () => {
      for (const selector of left) {
        if (!document.querySelector(selector)) continue
        left.delete(selector)
        window.foundOnPage(selector)
      }
    }
    const attributeFilter = ['aria-label', 'aria-labelledby', 'tabindex', 'title']
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter })
  }, selectors)
  return found
}

/** Until the page has been answered everything it asks for, and what came has its names. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('html[data-content-language]').waitFor()
  await settle(page)
}

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('what the panel relies on in Payload’s pages', () => {
  it('occurs there, and the controls get their names', async () => {
    const page = await openPanel()
    const headers = { Origin: inject('siteUrl') }
    const made = async (path: string, sent: object): Promise<string> => {
      const answer = await page.request.post(path, { headers, ...sent })
      expect(answer.status()).toBe(201)
      return String((await answer.json()).doc.id)
    }
    const service = await made('/api/services?locale=ar', {
      data: {
        slug: `controls-${Date.now()}`,
        title: 'خدمة',
        need: 'أريدها',
        summary: 'خلاصة',
        audiences: ['public', 'beneficiaries'],
        steps: [{ title: 'الأولى' }, { title: 'الثانية' }],
        order: 900,
        action: { kind: 'ask', label: 'سؤال' },
        _status: 'published',
      },
    })
    const file = await made('/api/media', {
      multipart: {
        _payload: JSON.stringify({ alt: { ar: 'نقطة', en: 'A dot' } }),
        file: { name: 'dot.png', mimeType: 'image/png', buffer: picture },
      },
    })
    const idOf = async (query: string) => (await (await page.request.get(`/api/${query}&depth=0`)).json()).docs[0].id
    const found = await watchFor(page)

    await open(page, '/admin/collections/services')
    await page.locator('#toggle-list-filters').click()
    await page.locator('.where-builder__add-first-filter').click()
    await settle(page)
    await open(page, '/admin/collections/users')
    await open(page, `/admin/collections/editions/${await idOf('editions?limit=1')}`)
    await open(page, `/admin/collections/pages/${await idOf('pages?where[slug][equals]=about')}`)
    await open(page, `/admin/collections/media/${file}`)
    await open(page, `/admin/collections/services/${service}`)
    await page.request.patch(`/api/services/${service}?locale=ar&draft=true`, {
      headers,
      data: { steps: [{ title: 'الثانية' }] },
    })
    await open(page, `/admin/collections/services/${service}/versions`)
    await page.locator('.versions-list tbody a').first().click()
    const collapse = page.getByRole('button', { name: namesInArabic.Collapse, exact: true })
    await collapse.first().click()
    await page.getByRole('button', { name: namesInArabic.Expand, exact: true }).waitFor()
    for (const path of [`services/${service}`, `media/${file}`]) await page.request.delete(`/api/${path}`, { headers })
    await expect.poll(() => selectors.filter((selector) => !found.has(selector))).toEqual([])
  })
})
