import { describe, expect, it } from 'vitest'
import { csv } from './spreadsheet'

describe('a file for spreadsheets', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['-1', "'-1"],
    ['＝1+1', "'＝1+1"],
    [' =1', " '=1"],
    ['\u200f=1', "\u200f'=1"],
    ['\u0000@x', "\u0000'@x"],
    ['\t=1', "\t'=1"],
    ['قول\n=HYPERLINK(1)', "قول\n'=HYPERLINK(1)"],
    ['قول\r\n+1', "قول\r\n'+1"],
    ['قول;=1', "قول;'=1"],
    ['2 + 2 = 4', '2 + 2 = 4'],
    ['جيد - جدًا', 'جيد - جدًا'],
  ])('writes %j as the text it is', (text, written) => {
    expect(csv([[text]])).toBe(`\ufeff"${written}"\r\n`)
  })

  it('keeps a text of several lines in one cell, marks in it doubled, and numbers as numbers', () => {
    expect(csv([['سطر\nوسطر', 'قال "نعم"', -2.5]])).toBe('\ufeff"سطر\nوسطر","قال ""نعم""",-2.5\r\n')
  })
})
