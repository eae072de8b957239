import { describe, expect, it } from 'vitest'
import { typedText } from '@/platform/typed-text'

describe('a posted text', () => {
  it.each([
    ['one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
    ['tab\tstays', 'tab\tstays'],
    ['\u0000\u0000', ''],
    // Joiners and direction marks are typed, and shape words.
    ['می\u200cخواهم \u200f(1)', 'می\u200cخواهم \u200f(1)'],
  ])('%j is read as %j', (posted, read) => {
    expect(typedText(posted, 100)).toBe(read)
  })

  it('is empty where there is none, or a file', () => {
    expect(typedText(null, 10)).toBe('')
    expect(typedText(new File(['x'], 'x.txt'), 10)).toBe('')
  })

  it('is read no further than wanted', () => {
    expect(typedText('abcdef', 3)).toBe('abc')
  })
})
