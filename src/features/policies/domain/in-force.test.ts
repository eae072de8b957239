import { describe, expect, it } from 'vitest'
import { editionInForce, editionStates, nextEdition } from './in-force'

const edition = (number: number, day: string) => ({ number, effectiveAt: new Date(`${day}T00:00:00+03:00`) })
const first = edition(1, '2021-02-25')
const second = edition(2, '2024-01-01')
const correction = edition(3, '2024-01-01')
const upcoming = edition(4, '2030-06-01')
const all = [upcoming, first, correction, second]

describe('editionInForce', () => {
  it.each([
    ['2021-02-24T23:59:59+03:00', null],
    ['2021-02-25T00:00:00+03:00', 1],
    ['2023-12-31T23:59:59+03:00', 1],
    ['2024-01-01T00:00:00+03:00', 3],
    ['2030-05-31T23:59:59+03:00', 3],
    ['2030-06-01T00:00:00+03:00', 4],
  ])('at %s is number %s', (at, number) => {
    expect(editionInForce(all, new Date(at))?.number ?? null).toBe(number)
  })

  it('is none where nothing was approved', () => {
    expect(editionInForce([], new Date())).toBeNull()
  })
})

describe('nextEdition', () => {
  it('is the nearest one whose day has not begun', () => {
    expect(nextEdition([upcoming, edition(5, '2031-01-01')], new Date('2025-01-01'))).toBe(upcoming)
    expect(nextEdition(all, new Date('2031-01-01'))).toBeNull()
  })
})

describe('editionStates', () => {
  it('tells the one in force from what came before and what comes', () => {
    const states = editionStates(all, new Date('2025-01-01')).map(({ edition: { number }, state }) => [number, state])
    expect(states).toEqual([
      [4, 'upcoming'],
      [3, 'in-force'],
      [2, 'superseded'],
      [1, 'superseded'],
    ])
  })
})
