import { describe, expect, it } from 'vitest'
import { foldedGlob, foldedPattern } from '@/platform/folded-search'

describe('a word that is looked for in lists', () => {
  it.each([
    ['امل', 'أمل الأحمدي'],
    ['أَمَل', 'أمل الأحمدي'],
    ['الاحمدي', 'أمل الأحمدي'],
    ['الأحمدى', 'أمل الأحمدي'],
    ['احمدي', 'أَمَل الأحْمَديّ'],
    ['مقابله', 'مقابلة الموظف'],
    ['الاجابة', 'الإجابة عن التساؤلات'],
    ['موظف', 'مقابلة المـــوظف'],
    ['جھة', 'الجهة المختصة'],
    ['مکتب', 'مكتب الجمعية'],
    ['١٤٤٢', 'قرار 1442'],
    ['1442', 'قرار ١٤٤٢'],
    ['مؤسسه', 'مؤسسة'],
    ['resume', 'Résumé of the year'],
    ['RÉSUMÉ', 'resume'],
    ['الاحمدي،', 'الأحمدي'],
  ])('%s finds %s', (typed, stored) => {
    expect(foldedPattern(typed)?.test(stored)).toBe(true)
  })

  it.each([
    ['امل', 'عمل'],
    ['قلم', 'علم'],
    ['مقابله', 'مقابل'],
    ['a.c', 'abc'],
  ])('%s does not find %s', (typed, stored) => {
    expect(foldedPattern(typed)?.test(stored) ?? false).toBe(false)
  })

  it.each(['', '.*', '\u200f', '%_[]'])('%j looks for nothing', (typed) => {
    expect([foldedPattern(typed), foldedGlob(typed)]).toEqual([null, null])
  })

  it('is a bounded pattern that no sign of the typed text can break', () => {
    expect(foldedGlob('a]*?[^-b')).toMatch(/^\*\[[^\]]+\] \[[^\]]+\]\*$/)
    expect(foldedGlob('ن'.repeat(100_000))?.length).toBeLessThan(2000)
  })
})
