import { afterEach, beforeEach, expect } from 'vitest'

/** `console.error` fails a test: a warning nobody reads is an error that stays. */
let unexpected: string[] = []
let expected: RegExp[] = []

const original = console.error

/**
 * Allows, for the current test, errors matching `pattern`.
 * @example expectConsoleError(/could not reach the database/)
 */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern)
}

beforeEach(() => {
  unexpected = []
  expected = []
  console.error = (...words: unknown[]) => {
    const text = words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' ')
    if (!expected.some((pattern) => pattern.test(text))) unexpected.push(text)
  }
})

afterEach(() => {
  console.error = original
  expect(unexpected, 'console.error was called').toEqual([])
})
