import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type Block, parseGuide, readGuide } from '@/features/staff/server/guide'

const pictures = 'docs/images/editors'
const MAX_BYTES = 120_000

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => [
    block,
    ...(block.kind === 'list' ? block.items.flatMap(flat) : block.kind === 'note' ? flat(block.inside) : []),
  ])

/** A guide's skeleton: what must be alike in both languages. */
const shapeOf = (blocks: readonly Block[]): string[] =>
  flat(blocks).map((block) => {
    if (block.kind === 'heading') return `heading ${block.level}`
    if (block.kind === 'picture') return `picture ${block.name.slice(3)}`
    if (block.kind === 'list') return `list of ${block.items.length}`
    return block.kind === 'table' ? `table of ${block.rows.length}` : block.kind
  })

const namesIn = (blocks: readonly Block[]) =>
  flat(blocks).flatMap((block) => (block.kind === 'picture' ? [block.name] : []))

describe('the staff’s guide', () => {
  it('has the same parts and pictures in both languages', async () => {
    expect(shapeOf(await readGuide('en'))).toEqual(shapeOf(await readGuide('ar')))
  })

  it.each(['ar', 'en'] as const)('shows pictures that exist, are small, and are described: %s', async (locale) => {
    const blocks = await readGuide(locale)
    const names = namesIn(blocks)
    expect(names.filter((name) => !name.startsWith(`${locale}-`))).toEqual([])
    expect(names.filter((name) => !existsSync(`${pictures}/${name}`))).toEqual([])
    expect(names.filter((name) => statSync(`${pictures}/${name}`).size > MAX_BYTES)).toEqual([])
    expect(flat(blocks).filter((block) => block.kind === 'picture' && !block.alt)).toEqual([])
    expect(readdirSync(pictures).filter((name) => name.startsWith(`${locale}-`) && !names.includes(name))).toEqual([])
  })

  it('refuses a picture from elsewhere and markup that its page can’t show', () => {
    expect(() => parseGuide('![x](https://example.org/x.png)')).toThrow('image')
    expect(() => parseGuide('<script>alert(1)</script>')).toThrow('html')
    expect(() => parseGuide('[x](javascript:alert(1))')).toThrow('link')
  })

  it('is in the image that production runs', async () => {
    expect(await readFile('Dockerfile', 'utf8')).toMatch(/^COPY --from=build .*\/app\/docs \.\/docs$/m)
  })
})
