import type { Where } from 'payload'
import { describe, expect, it } from 'vitest'
import { isAsked, listQuery } from './list-views'

const open = (now: string): Where => ({
  and: [
    { _status: { equals: 'published' } },
    { or: [{ closesAt: { exists: false } }, { closesAt: { greater_than: now } }] },
  ],
})
const noon = '2026-11-22T09:00:00.000Z'
const address = Object.fromEntries(new URLSearchParams(listQuery(open(noon))))

describe('a saved view of a list', () => {
  it('is said in an address as Payload reads it', () => {
    expect(address).toEqual({
      'where[and][0][_status][equals]': 'published',
      'where[and][1][or][0][closesAt][exists]': 'false',
      'where[and][1][or][1][closesAt][greater_than]': noon,
    })
  })

  it('is itself a minute later, in another page of it, and in whatever order the address has', () => {
    const later = open('2026-11-22T09:01:00.000Z')
    expect(isAsked(later, { ...Object.fromEntries(Object.entries(address).reverse()), page: '2' })).toBe(true)
  })

  it.each([
    ['the whole list', {}],
    ['less than it', { 'where[and][0][_status][equals]': 'published' }],
    ['another value', { ...address, 'where[and][0][_status][equals]': 'draft' }],
    ['more than it', { ...address, 'where[title][contains]': 'x' }],
  ])('is not %s', (_, asked) => {
    expect(isAsked(open(noon), asked)).toBe(false)
  })

  it('is the whole list when nothing is asked', () => {
    expect(isAsked({}, { sort: 'title' })).toBe(true)
  })
})
