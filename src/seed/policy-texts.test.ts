import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { reconcileDay } from '@/platform/typed-day'
import { nonEmpty } from '../../tests/setup/non-empty'
import { pageTexts } from './page-texts'
import { editionSeed, policySeed, sectionsSeed } from './policy-texts'

const committed = path.resolve('src/seed/files/beneficiary-relations.scan.ar.txt')
/** The association's own file, where this checkout has it beside it. */
const handed = path.resolve('../shared/policy/beneficiary-relations.ar.md')

/** The document's words without its layout: no cover, no markdown, no printed numbers. */
function wordsOfScan(markdown: string): string {
  // The cover page ends where the first heading stands.
  return markdown
    .slice(markdown.search(/^## /m))
    .split('\n')
    .map((line) =>
      line
        .replace(/^#+\s*/, '')
        .replace(/^-\s+/, '')
        .replace(/^\d+-\s*/, '')
        .replaceAll('**', '')
        .trim(),
    )
    .filter(Boolean)
    .join(' ')
}

const published = [
  policySeed.title.ar,
  ...sectionsSeed.flatMap(({ heading, clauses }) => [...(heading ? [heading.ar] : []), ...clauses.map(({ ar }) => ar)]),
].join(' ')

describe('the published Arabic', () => {
  it.each([
    ['the committed scan', committed],
    ['the scan as handed over', existsSync(handed) ? handed : committed],
  ])('is %s word for word, with only the errata corrected', (_, file) => {
    let expected = wordsOfScan(readFileSync(file, 'utf8'))
    for (const { scanned, published: corrected } of nonEmpty(editionSeed.errata)) {
      expect(expected.split(scanned)).toHaveLength(2)
      expected = expected.replace(scanned, corrected)
    }
    expect(published).toBe(expected)
  })

  it('keeps every doubtful word as it was scanned', () => {
    const scan = wordsOfScan(readFileSync(committed, 'utf8'))
    const doubts = sectionsSeed.flatMap(({ clauses }) =>
      clauses.flatMap(({ ar, doubts: words }) => (words ?? []).map(({ word }) => [ar, word] as const)),
    )
    expect(doubts.map(([, word]) => word)).toEqual(['تقصيرها', 'تنفيذه', 'وتتركز', 'والتأكد'])
    for (const [clause, word] of nonEmpty(doubts)) {
      expect(clause.split(' ')).toContain(word)
      expect(scan).toContain(clause.slice(0, 40))
    }
  })

  it('has an English translation of every clause and heading', () => {
    const headings = sectionsSeed.flatMap(({ heading }) => (heading ? [heading.en] : []))
    const clauses = sectionsSeed.flatMap(({ clauses: inside }) => inside.map(({ en }) => en))
    expect([headings.length, clauses.length]).toEqual([7, 24])
    expect(nonEmpty(headings).filter((text) => !/^[A-Z]/.test(text))).toEqual([])
    expect(nonEmpty(clauses).filter((text) => !/^[A-Z][^\u0600-\u06ff]+$/.test(text))).toEqual([])
  })

  it('attributes no figure to the policy that its text does not have', () => {
    const figures = (text: string) => text.match(/\d+/g) ?? []
    for (const { clauses } of sectionsSeed) {
      for (const { ar, en } of nonEmpty(clauses)) expect(figures(en)).toEqual(figures(ar))
    }
  })
})

it('has a board decision whose two dates and weekday agree', () => {
  expect(reconcileDay(editionSeed.decision)).toEqual({ status: 'ok', day: new Date('2021-02-25T12:00:00Z') })
})

it('is quoted on the page about the association in the very words of both languages', () => {
  const goal = sectionsSeed.find(({ kind }) => kind === 'goal')?.clauses[0]
  for (const locale of ['ar', 'en'] as const) {
    expect(JSON.stringify(pageTexts.about[locale].body)).toContain(JSON.stringify(goal?.[locale]))
  }
})
