import { describe, expect, it } from 'vitest'
import { expressionKey, readSynonymLine, type SynonymError } from '@/platform/search/synonym-line'
import { synonymsSeed } from '@/seed/search-synonyms'
import { nonEmpty } from '../../../tests/setup/non-empty'

describe('a line of synonyms', () => {
  it('is parted at commas of both scripts, and empty parts are nothing', () => {
    expect(readSynonymLine(' شكوى ،تظلم;; complaint,\nappeal , ‏ ,')).toEqual({
      status: 'ok',
      expressions: ['شكوى', 'تظلم', 'complaint', 'appeal'],
    })
  })

  it.each<[string, SynonymError]>([
    ['', { kind: 'tooFew' }],
    ['شكوى', { kind: 'tooFew' }],
    ['شكوى، ‏، ', { kind: 'tooFew' }],
    ['شكوى، تظلم، شكوي', { kind: 'twice', expression: 'شكوي' }],
    ['complaint, Complaint', { kind: 'twice', expression: 'Complaint' }],
    ['شكوى، في', { kind: 'tooCommon', expression: 'في' }],
    ['complaint, the', { kind: 'tooCommon', expression: 'the' }],
    ['complaint, x', { kind: 'tooCommon', expression: 'x' }],
    ['one two three four five six seven, eight', { kind: 'tooLong', expression: 'one two three four five six seven' }],
    [`a${'b'.repeat(60)}, c`, { kind: 'tooLong', expression: `a${'b'.repeat(60)}` }],
    [Array.from({ length: 41 }, (_, index) => `word${index}`).join(), { kind: 'tooMany' }],
  ])('%j is refused', (line, error) => {
    expect(readSynonymLine(line)).toEqual({ status: 'invalid', error })
  })

  it('may have expressions of small words only: they are asked for as a whole', () => {
    expect(readSynonymLine('من نحن، who are you').status).toBe('ok')
  })
})

describe('the first synonyms', () => {
  it('are lines that an editor could save, and name no expression twice', () => {
    const keys: string[] = []
    for (const words of synonymsSeed) {
      const line = readSynonymLine(words)
      if (line.status === 'invalid') return expect.fail(`${words}: ${JSON.stringify(line.error)}`)
      keys.push(...line.expressions.map(expressionKey))
    }
    expect(nonEmpty(keys).filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  })

  it('have both languages on every line', () => {
    expect(synonymsSeed.filter((line) => !/[\u0621-\u064a]/.test(line) || !/[a-z]/i.test(line))).toEqual([])
  })
})
