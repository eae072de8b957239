import { describe, expect, it } from 'vitest'
import { windowState } from './survey'

describe('windowState', () => {
  it.each([
    [null, null, 100, 'open'],
    [100, null, 99, 'upcoming'],
    [100, null, 100, 'open'],
    [null, 100, 99, 'open'],
    [null, 100, 100, 'closed'],
    [100, 200, 150, 'open'],
    [200, 100, 150, 'closed'],
  ] as const)('opening at %s and closing at %s, it is at %i %s', (opensAt, closesAt, now, state) => {
    expect(windowState({ opensAt, closesAt }, now)).toBe(state)
  })
})
