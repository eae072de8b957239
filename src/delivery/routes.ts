import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A route of the application. */
export interface Route {
  /** As the application names it: `/[locale]/policies/[slug]`. Never holds anything of the request. */
  pattern: string
  kind: 'page' | 'handler'
}

export interface Routes {
  match(path: string): Route | null
}

/** How closely a segment of a pattern names what it matches: the closest pattern wins, as in Next. */
const closeness = (segment: string): number =>
  segment.startsWith('[[...') ? 0 : segment.startsWith('[...') ? 1 : segment.startsWith('[') ? 2 : 3

function compare(left: string, right: string): number {
  const [a, b] = [left.split('/'), right.split('/')]
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = closeness(b[index] ?? '[[...') - closeness(a[index] ?? '[[...')
    if (difference !== 0) return difference
  }
  return 0
}

function expression(pattern: string): RegExp {
  const body = pattern
    .split('/')
    .filter(Boolean)
    .map((segment) => {
      if (segment.startsWith('[[...')) return '(?:/.+)?'
      if (segment.startsWith('[...')) return '/.+'
      if (segment.startsWith('[')) return '/[^/]+'
      return `/${segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`
    })
    .join('')
  return new RegExp(`^${body || '/'}$`)
}

/**
 * @param entries what Next's app-path-routes-manifest.json holds: `/(site)/[locale]/page` → `/[locale]`
 */
export function readRoutes(entries: Readonly<Record<string, string>>): Routes {
  const routes = Object.entries(entries)
    .filter(([file]) => !/^\/_(not-found|global-error)\//.test(file))
    .map(([file, pattern]) => ({
      expression: expression(pattern),
      route: { pattern, kind: file.endsWith('/route') ? 'handler' : 'page' } satisfies Route,
    }))
    .sort((left, right) => compare(left.route.pattern, right.route.pattern))
  return {
    match: (address) => routes.find((candidate) => candidate.expression.test(address))?.route ?? null,
  }
}

/** The routes of the build in `distDir`. */
export function loadRoutes(distDir: string): Routes {
  const file = path.join(distDir, 'app-path-routes-manifest.json')
  return readRoutes(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
}
