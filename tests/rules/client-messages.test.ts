import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { sourceFiles } from './source-files'

const read = (file: string) => readFileSync(file, 'utf8')
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** The files of ours that a file imports, but for what it needs in types alone. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([@.][^']*)'/gm)
  return [...found].flatMap(([, name = '']) => {
    const base = name.startsWith('@/') ? `src/${name.slice(2)}` : path.join(path.dirname(file), name)
    return [`${base}.ts`, `${base}.tsx`].filter((candidate) => existsSync(candidate)).slice(0, 1)
  })
}

const givesMessages = (file: string) => /<ClientMessages\b/.test(read(file))

interface Reached {
  file: string
  /** Runs in the browser too. */
  isClient: boolean
}

/** What runs below these files, up to where another one gives messages of its own. */
function reachedFrom(entries: readonly string[]): Reached[] {
  const seen = new Map<string, Reached>()
  const queue = entries.map((file) => ({ file, isClient: false }))
  for (let next = queue.pop(); next; next = queue.pop()) {
    const isClient = next.isClient || /^'use client'/.test(read(next.file))
    const key = `${next.file} ${isClient}`
    if (seen.has(key)) continue
    seen.set(key, { file: next.file, isClient })
    for (const file of importsOf(next.file)) {
      // What a browser calls on the server is no part of what it runs.
      if (!givesMessages(file) && !/^'use server'/.test(read(file))) queue.push({ file, isClient })
    }
  }
  return [...seen.values()]
}

const namespacesIn = (file: string) =>
  [...read(file).matchAll(/useTranslations\('([\w.]+)'\)/g)].map(([, namespace = '']) => namespace)
const usedBy = (reached: readonly Reached[]) =>
  [...new Set(reached.filter(({ isClient }) => isClient).flatMap(({ file }) => namespacesIn(file)))].sort()

const givenBy = (file: string) => {
  const lists = read(file).matchAll(/<ClientMessages[\s\S]*?namespaces=\{\[([\s\S]*?)\]\}/g)
  const named = [...lists].flatMap(([, list = '']) => [...list.matchAll(/'([\w.]+)'/g)])
  return [...new Set(named.map(([, namespace = '']) => namespace))].sort()
}

const source = sourceFiles('src')
const provider = 'src/panel/panel-provider.tsx'
const givers = source.filter((file) => givesMessages(file) && file !== provider)
const views = givers.filter((file) => /\/panel\//.test(file))
/** Files that Payload renders by their names. */
const rendered = [
  ...new Set(
    [...source, 'payload.config.ts'].flatMap((file) =>
      [...read(file).matchAll(/['`](?:\/src|@)\/([^'`#]+)#/g)].flatMap(([, name = '']) =>
        [`src/${name}.ts`, `src/${name}.tsx`].filter((candidate) => existsSync(candidate)),
      ),
    ),
  ),
]
const everywhere = reachedFrom(rendered.filter((file) => !views.includes(file)))

describe('messages of client components', () => {
  it.each(givers)('are given by %s exactly as its client components use them', (giver) => {
    expect(givenBy(giver)).toEqual(usedBy(reachedFrom([giver])))
  })

  it('are given around the panel exactly as components in Payload’s own screens use them', () => {
    expect(givenBy(provider)).toEqual(usedBy(everywhere))
  })

  it('come from one component, which this test reads', () => {
    const others = source.filter((file) => /<NextIntlClientProvider\b/.test(read(file)))
    expect(others).toEqual(['src/i18n/client-messages.tsx'])
  })

  it('are asked for by hooks in the panel’s browsers alone, where the language is known', () => {
    const reached = [...everywhere, ...reachedFrom(views)]
    const clients = new Set(reached.filter(({ isClient }) => isClient).map(({ file }) => file))
    const others = reached.map(({ file }) => file).filter((file) => !clients.has(file))
    expect(nonEmpty(others).filter((file) => /\buseTranslations\(/.test(read(file)))).toEqual([])
  })

  it('reach the browser through the provider alone, never all of them in its scripts', () => {
    const scripts = [...everywhere, ...reachedFrom(views)].filter(({ isClient }) => isClient)
    expect(
      nonEmpty(scripts.map(({ file }) => file)).filter((file) => /^src\/i18n\/(messages|translator)\.ts$/.test(file)),
    ).toEqual([])
  })

  it('hold every sentence of a view; labels stand beside their fields in cms', () => {
    const inViews = source.filter((file) => /\/panel\/|\/ui\/|^src\/app\//.test(file))
    const exceptions = [
      // Names of Payload's own controls, beside the selectors that find them.
      'src/panel/payload-controls.ts',
      // Shown when the panel's frame itself failed, and with it the provider.
      'src/panel/failed-page.tsx',
      // Letters that number notes, and the word between two calendars: parts of figures and dates.
      'src/features/policies/ui/uncertain-readings.ts',
      'src/ui/date.tsx',
    ]
    const written = inViews.filter((file) => /[\u0621-\u064a]/.test(withoutComments(read(file))))
    expect(nonEmpty(written).filter((file) => !exceptions.includes(file))).toEqual([])
  })
})
