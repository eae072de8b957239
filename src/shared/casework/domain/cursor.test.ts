import { describe, expect, it } from 'vitest'
import { formatCursor, parseCursor } from './cursor'

const id = '0b9f2a54-8a1c-4c3e-9d55-2f1f6f0c1a11'
const at = '2026-11-24T09:00:00.000Z'

describe('a place in a list', () => {
  it.each([1, 2])('comes back from an address, in a list sorted by %i columns', (columns) => {
    const place = { instants: Array.from({ length: columns }, () => at), id }
    expect(parseCursor(formatCursor(place), columns)).toEqual(place)
  })

  it.each([
    ['nothing', '', 1],
    ['an id alone', id, 1],
    ['a place of another list', `${at}~${at}~${id}`, 1],
    ['no instant', `yesterday~${id}`, 1],
    ['an instant that never was', `2026-13-41T09:00:00.000Z~${id}`, 1],
    ['no id', `${at}~`, 1],
    ['an id that asks for more', `${at}~x' or 1=1`, 1],
  ])('is none: %s', (_, text, columns) => {
    expect(parseCursor(text, columns)).toBeNull()
  })
})
