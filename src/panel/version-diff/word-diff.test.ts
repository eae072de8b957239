import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from './word-diff'

const marked = (runs: readonly { text: string; isChanged: boolean }[]) =>
  runs.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')

describe('a comparison by words', () => {
  it.each([
    ['مسودة', 'منشور', '[مسودة]', '[منشور]'],
    ['خلال عشرة أيام عمل', 'خلال خمسة أيام عمل', 'خلال [عشرة] أيام عمل', 'خلال [خمسة] أيام عمل'],
    ['التسجيل', 'التسجيل والإجابة الجديدة', 'التسجيل', 'التسجيل[ والإجابة الجديدة]'],
    ['وتعميمها', 'وتعميمه', '[وتعميمها]', '[وتعميمه]'],
    ['', 'كلمة', '', '[كلمة]'],
    ['', '', '', ''],
  ])('%s / %s', (from, to, before, after) => {
    const diff = wordDiff(from, to)
    expect([marked(diff.from), marked(diff.to)]).toEqual([before, after])
  })

  it('loses nothing of either side, and marks nothing where both are the same', () => {
    const text = fc.array(fc.constantFrom('كلمة', 'أخرى', 'word', '13/7/1442', '،', ' '), { maxLength: 30 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [from, to] = [a.join(' '), b.join(' ')]
        const diff = wordDiff(from, to)
        expect(diff.from.map((run) => run.text).join('')).toBe(from)
        expect(diff.to.map((run) => run.text).join('')).toBe(to)
        expect(marked(wordDiff(from, from).from)).toBe(from)
      }),
    )
  })

  it('compares texts of any length', () => {
    const long = 'كلمة '.repeat(5000)
    expect(wordDiff(long, `${long}أخرى`).to).toEqual([{ text: `${long}أخرى`, isChanged: true }])
  })
})
