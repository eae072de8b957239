import { describe, expect, it } from 'vitest'
import { absenceOf, deputyOf } from './absence'

/** From Sunday to Tuesday. */
const away = { awayFrom: '2026-11-22T12:00:00.000Z', awayUntil: '2026-11-24T12:00:00.000Z', deputy: 'reem' }

describe('somebody is away', () => {
  it.each([
    ['not the evening before', '2026-11-21T20:59:59.999Z', away, false],
    ['from the first moment of the first day in Riyadh', '2026-11-21T21:00:00.000Z', away, true],
    ['until the last moment of the last day', '2026-11-24T20:59:59.999Z', away, true],
    ['and not after it', '2026-11-24T21:00:00.000Z', away, false],
    ['on one day alone', '2026-11-22T09:00:00.000Z', { ...away, awayUntil: away.awayFrom }, true],
    ['never without both days', '2026-11-22T09:00:00.000Z', { ...away, awayUntil: null }, false],
  ])('%s', (_, at, stored, isAway) => {
    expect(absenceOf(stored, new Date(at)) !== null).toBe(isAway)
  })
})

describe('the deputy', () => {
  const now = new Date('2026-11-23T09:00:00.000Z')
  const absence = { since: now, until: now, deputy: 'reem' }
  it.each([
    ['stands in', [{ id: 'noura' }, { id: 'reem' }], 'reem'],
    ['not while away too: one step, no chain', [{ ...away, id: 'reem', deputy: 'noura' }, { id: 'noura' }], null],
    ['not without work on cases any more', [{ id: 'noura' }], null],
  ])('%s', (_, workers, deputy) => {
    expect(deputyOf(absence, workers, now)?.id ?? null).toBe(deputy)
  })
})
