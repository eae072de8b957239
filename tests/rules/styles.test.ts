import { readdirSync, readFileSync } from 'node:fs'
import tailwind from '@tailwindcss/postcss'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { sourceFiles } from './source-files'

const folder = 'src/ui/styles'
const sheets = readdirSync(folder)
  .filter((name) => !['fonts.css', 'tokens.css'].includes(name))
  .map((name) => ({ name, text: withoutComments(readFileSync(`${folder}/${name}`, 'utf8')) }))
const tokens = withoutComments(readFileSync(`${folder}/tokens.css`, 'utf8'))

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, '')
}

/** Every declaration of the sheets that is against a rule, as `sheet: declaration`. */
function against(rule: (name: string, value: string) => boolean): string[] {
  return sheets.flatMap(({ name: sheet, text }) =>
    [...text.matchAll(/([\w-]+):\s+([^;{}]+);/g)].flatMap(([, name = '', value = '']) =>
      rule(name, value) ? [`${sheet}: ${name}: ${value}`] : [],
    ),
  )
}

/** A quarter of the root's size, or some of them. */
const isStep = (rem: string): boolean => Number.isInteger(Number(rem) * 4)

describe('the style sheets of the site', () => {
  it('take colours from the tokens; paper alone gives the tokens other ones', () => {
    expect(
      against((name, value) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i.test(value) && !name.startsWith('--color-')),
    ).toEqual([])
  })

  it('take distances that are whole steps from the scale', () => {
    const isDistance = (name: string) => /^(row-|column-)?gap$|^(padding|margin|inset)/.test(name)
    expect(
      against(
        (name, value) => isDistance(name) && [...value.matchAll(/([\d.]+)rem/g)].some(([, rem = '']) => isStep(rem)),
      ),
    ).toEqual([])
  })

  it('take sizes of text from the tokens where one has it', () => {
    // Those that grow with the window are others there.
    const [fixed = ''] = tokens.split('@media')
    const sizes = [...fixed.matchAll(/--text-(?:xs|s|m): ([\d.]+rem)/g)].map(([, size]) => size)
    expect(sizes).toHaveLength(3)
    expect(against((name, value) => name === 'font-size' && sizes.includes(value))).toEqual([])
  })

  it('name no token that is not there', () => {
    const defined = new Set(
      [tokens, ...sheets.map(({ text }) => text)].flatMap((text) =>
        [...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name),
      ),
    )
    expect(
      against((_, value) => [...value.matchAll(/var\((--[\w-]+)/g)].some(([, name]) => !defined.has(name))),
    ).toEqual([])
  })

  it('use every token', () => {
    const used = new Set(
      [tokens, ...sheets.map(({ text }) => text)].flatMap((text) =>
        [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name),
      ),
    )
    const isForUtilities = (name: string) => /^--(breakpoint-|spacing$)/.test(name)
    const names = [...tokens.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name)
    expect(nonEmpty(new Set(names)).filter((name) => !used.has(name) && !isForUtilities(name))).toEqual([])
  })

  it('have a rule for every class that a component of the site names', async () => {
    const from = `${folder}/site.css`
    const { css } = await postcss([tailwind()]).process(readFileSync(from, 'utf8'), { from })
    const styled = new Set([...css.matchAll(/\.((?:[\w-]|\\.)+)/g)].map(([, name = '']) => name.replaceAll('\\', '')))
    expect(nonEmpty(classesOfTheSite()).filter((name) => !styled.has(name))).toEqual([])
  }, 20_000)
})

/** Classes that are written out in `className`; what is put together at run time is left out. */
function classesOfTheSite(): string[] {
  // The panel draws the charts, and has their rules.
  const files = sourceFiles('src', ['.tsx']).filter(
    (file) =>
      /^src\/(ui|shared\/[^/]+\/ui|features\/[^/]+\/ui|app\/\(site\))\//.test(file) && !file.endsWith('ui/chart.tsx'),
  )
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/className=(?:"([^"]*)"|\{([^{}]*)\})/g)].flatMap(([, plain, code = '']) =>
      plain === undefined ? [...code.matchAll(/[?:] '([^']+)'/g)].map(([, text = '']) => text) : [plain],
    ),
  )
  return [...new Set(names.flatMap((text) => text.split(' ')))].sort()
}
