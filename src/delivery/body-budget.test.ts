import { describe, expect, it } from 'vitest'
import { BodyBudget, WORDS_BYTES } from './body-budget'

const MB = 1024 * 1024
const limits = { words: 4 * WORDS_BYTES, wordsOfOne: 2 * WORDS_BYTES, rest: 10 * MB, restOfOne: 4 * MB }

describe('the memory for bodies', () => {
  it('counts what has arrived, and by address', () => {
    const budget = new BodyBudget(limits)
    const first = budget.open('a')
    expect(first.grow(4 * MB)).toBe(true)
    expect(budget.held).toBe(4 * MB)
    expect(first.grow(MB)).toBe(false)
    expect(budget.open('a').grow(WORDS_BYTES), 'words have room of their own').toBe(true)
    expect(budget.open('a').grow(1), 'until it is full').toBe(false)
    expect(budget.open('b').grow(4 * MB)).toBe(true)
    expect(budget.held).toBe(8 * MB + WORDS_BYTES)
  })

  it('is for all together no more than in all', () => {
    const budget = new BodyBudget({ ...limits, words: 100 * WORDS_BYTES })
    const taken = ['a', 'b', 'c', 'd'].map((address) => budget.open(address).grow(3 * MB + WORDS_BYTES))
    expect(taken).toEqual([true, true, true, false])
  })

  it('counts nothing of what it has refused, and gives back all that it has counted', () => {
    const budget = new BodyBudget(limits)
    const holding = budget.open('a')
    expect(holding.grow(5 * MB)).toBe(false)
    expect(budget.held).toBe(0)
    holding.grow(2 * MB)
    holding.release()
    holding.release()
    expect(budget.held).toBe(0)
    expect(budget.open('a').grow(4 * MB)).toBe(true)
  })

  it('gives back files and keeps room for words', () => {
    const budget = new BodyBudget(limits)
    const holding = budget.open('a')
    holding.grow(2 * MB)
    expect(holding.keepWords()).toBe(true)
    expect(budget.held).toBe(WORDS_BYTES)
    const [second, third] = [budget.open('a'), budget.open('a')]
    expect([second.keepWords(), third.keepWords()]).toEqual([true, false])
    holding.release()
    second.release()
    expect(budget.held).toBe(0)
  })
})
