import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourceFiles } from './source-files'

/**
 * Only the owner of a collection asks for it by its name; others call a query of the owner, which is
 * composed in src/app or lives in src/shared/directory. A field that points to a document of another
 * feature (`relationTo`) may name its collection.
 */

const owners = [
  'src/features/',
  'src/shared/',
  'src/payload/',
  'src/platform/',
  'src/app/',
  'src/delivery/',
  'src/panel/',
]

/** Whom a file belongs to: a feature, a part of shared, or a layer. */
const ownerOf = (file: string): string => {
  const [, layer = '', part = ''] = file.split('/')
  return layer === 'features' || layer === 'shared' ? `${layer}/${part}` : layer
}

const files = sourceFiles('src')
  .filter((name) => owners.some((owner) => name.startsWith(owner)))
  .map((name) => ({ name, owner: ownerOf(name), text: readFileSync(name, 'utf8') }))

/** Collections and globals, each with the folder that defines it. */
const defined = new Map(
  files.flatMap(({ owner, text }) => {
    if (!/\b(Collection|Global)Config\b/.test(text)) return []
    const [, slug] = /\n {2,4}slug: '([a-z-]+)',\n {2,4}(?:labels?|access|\.\.\.)/.exec(text) ?? []
    return slug ? [[slug, owner] as const] : []
  }),
)

const named =
  /(?:\bcollection|\bglobalSlug): '([a-z-]+)'|Global\(\{\s*slug: '([a-z-]+)'|forgetRows\(payload, '([a-z-]+)'/g

/** Whose collections a folder may ask for by name besides its own, and why. */
const granted: Readonly<Record<string, readonly string[]>> = {
  // What several features ask of the catalogue, the staff and the association, once.
  'shared/directory': ['services', 'departments', 'users', 'association'],
  // The technical records and the table of migrations.
  platform: ['system-records', 'payload-migrations'],
  'shared/intake': ['system-records'],
  // Whether a change of files touches one of an approved edition, in one query over the files that are changed.
  'features/policies': ['media'],
}

it('knows the collections', () => {
  expect(defined.size).toBeGreaterThan(20)
  expect(defined.get('inquiries')).toBe('shared/casework')
})

it('are asked for by name by their owners alone', () => {
  const foreign = files.flatMap(({ name, owner, text }) =>
    [...text.matchAll(named)]
      .flatMap(([, collection, global, forgotten]) => collection ?? global ?? forgotten ?? [])
      .filter((slug) => defined.get(slug) !== owner && !granted[owner]?.includes(slug))
      .map((slug) => `${name} asks for ${slug}`),
  )
  expect([...new Set(foreign)]).toEqual([])
})
