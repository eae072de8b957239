import { describe, expect, it } from 'vitest'
import { type Content, canonicalText, findSubmission, keyBeside, oneAtATime } from './submission'

describe('one text for one content', () => {
  it.each<[string, Content, Content]>([
    ['the order of parts', { a: 1, b: { c: 'x', d: null } }, { b: { d: null, c: 'x' }, a: 1 }],
    ['a part that is undefined', { a: 1, b: undefined }, { a: 1 }],
  ])('does not depend on %s', (_, left, right) => {
    expect(canonicalText(left)).toBe(canonicalText(right))
  })

  it.each<[string, Content, Content]>([
    ['words', { text: 'a' }, { text: 'b' }],
    ['a choice taken back', { phone: null }, { phone: '' }],
    ['a number written as text', { overall: 5 }, { overall: '5' }],
    ['the order of a list', ['a', 'b'], ['b', 'a']],
    ['where one part ends', { a: 'x', b: 'y' }, { a: 'x","b":"y' }],
    ['what is nested', { a: { b: 1 } }, { a: 1, b: 1 }],
  ])('tells %s apart', (_, left, right) => {
    expect(canonicalText(left)).not.toBe(canonicalText(right))
  })
})

describe('where a submission is stored', () => {
  const find = (stored: Record<string, Content>, content: Content) =>
    findSubmission({
      formKey: 'form',
      content: async () => content,
      contentUnder: async (key) => stored[key] ?? null,
    })
  const beside = keyBeside('form', { text: 'second' })

  it.each<[string, Record<string, Content>, Content, { isStored: boolean; key: string }]>([
    ['under its own key, when that is free', {}, { text: 'first' }, { isStored: false, key: 'form' }],
    ['there already, with the same content', { form: { text: 'a' } }, { text: 'a' }, { isStored: true, key: 'form' }],
    ['beside it, with other content', { form: { text: 'a' } }, { text: 'second' }, { isStored: false, key: beside }],
    [
      'beside it already',
      { form: { text: 'a' }, [beside]: { text: 'second' } },
      { text: 'second' },
      { isStored: true, key: beside },
    ],
  ])('%s', async (_, stored, content, expected) => {
    expect(await find(stored, content)).toEqual(expected)
  })

  it('does not ask for the content while the key is free', async () => {
    const content = () => Promise.reject(new Error('asked'))
    expect(await findSubmission({ formKey: 'form', content, contentUnder: async () => null })).toMatchObject({
      isStored: false,
    })
  })
})

describe('one at a time', () => {
  it('runs what has one key one after the other, and goes on after a failure', async () => {
    const seen: string[] = []
    const work = (name: string, fails = false) =>
      oneAtATime('key', async () => {
        seen.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        seen.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      })
    const results = await Promise.allSettled([work('a', true), work('b'), work('c')])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('lets other keys pass', async () => {
    let release = () => {}
    const held = oneAtATime('held', () => new Promise<void>((resolve) => (release = resolve)))
    expect(await oneAtATime('free', async () => 'passed')).toBe('passed')
    release()
    await held
  })
})
