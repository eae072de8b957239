import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultMenus, pageKeys, sitePages } from '@/features/site/domain/pages'
import { nonEmpty } from '../setup/non-empty'
import { sourceFiles } from './source-files'

/** The table of pages (features/site/domain/pages.ts) and the routes say the same. */

const root = 'src/app/(site)/[locale]'

/** Pages that no menu, site map or search leads to, and why. */
const unlisted: Readonly<Record<string, string>> = {
  '/error-500': 'the page of a failure, asked for by the delivery',
  '/evaluate/thanks': 'where a form leads that was taken',
  '/track/lost/sent': 'where a form leads that was taken',
}

const fixedRoutes = sourceFiles(root)
  .filter((file) => file.endsWith('/page.tsx'))
  .map((file) => file.slice(root.length, -'/page.tsx'.length) || '/')
  .filter((path) => !path.includes('['))

describe('the table of pages', () => {
  it.each(pageKeys)('has a route for %s', (key) => {
    const { path } = sitePages[key]
    expect(existsSync(`${root}${path === '/' ? '' : path}/page.tsx`)).toBe(true)
  })

  it('has every page that is always at one address', () => {
    const listed = pageKeys.map((key): string => sitePages[key].path)
    expect(nonEmpty(fixedRoutes).filter((path) => !listed.includes(path) && !(path in unlisted))).toEqual([])
    expect(Object.keys(unlisted).filter((path) => !fixedRoutes.includes(path))).toEqual([])
  })

  it('has no page twice in a menu', () => {
    for (const menu of Object.values(defaultMenus)) expect(new Set(menu).size).toBe(menu.length)
  })
})
