import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillReply, unknownPlaceholders } from './saved-reply'

const values = { name: 'هند', reference: '241 058 736', service: null, association: 'جمعية الأم المبدعة' }

describe('a saved reply', () => {
  it.each([
    ['السلام عليكم {name}، رقم رسالتكم {reference}.', 'السلام عليكم هند، رقم رسالتكم 241 058 736.'],
    ['نشكر لكم السؤال عن {service}.', 'نشكر لكم السؤال عن.'],
    ['{name}', 'هند'],
    ['{name} {name}', 'هند هند'],
    ['{nobody} {}', '{nobody} {}'],
    ['  نص بلا فراغات حوله  ', 'نص بلا فراغات حوله'],
  ])('%j becomes %j', (text, filled) => {
    expect(fillReply(text, values)).toBe(filled)
  })

  it('takes what a person is called as it is, and fills nothing in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (name) => {
        expect(fillReply('[{name}]', { ...values, name })).toBe(`[${name}]`)
      }),
    )
  })

  it.each<[string, string[]]>([
    ['{name} {reference} {service} {association}', []],
    ['{الاسم}', ['الاسم']],
    ['{nmae} {nmae}', ['nmae']],
    ['{ name } {', []],
  ])('%j has the unknown placeholders %j', (text, unknown) => {
    expect(unknownPlaceholders(text)).toEqual(unknown)
  })
})
