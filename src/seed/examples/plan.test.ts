import { describe, expect, it } from 'vitest'
import { standardCalendar } from '@/shared/calendar/standard-calendar'
import { dayOf } from '@/shared/calendar/working-calendar'
import { nonEmpty } from '../../../tests/setup/non-empty'
import { INQUIRIES, planYear } from './plan'

const now = new Date('2026-11-22T12:00:00.000Z')
const year = planYear(now)

describe('a year of examples', () => {
  it('is the same each time it is planned', () => {
    expect(planYear(now)).toEqual(year)
  })

  it('spreads over twelve months of working days and ends before now', () => {
    expect(year).toHaveLength(INQUIRIES)
    expect(new Set(year.map(({ receivedAt }) => receivedAt.toISOString().slice(0, 7))).size).toBeGreaterThanOrEqual(12)
    expect(
      nonEmpty(year).every(
        ({ receivedAt }) => receivedAt <= now && dayOf(standardCalendar, receivedAt.getTime()).kind === 'working',
      ),
    ).toBe(true)
  })

  it('leaves nothing old unanswered, and has every state among the newest', () => {
    const old = year.filter(({ receivedAt }) => now.getTime() - receivedAt.getTime() > 32 * 86_400_000)
    expect(
      nonEmpty(old).every(
        ({ steps }) => steps.some(({ type }) => type === 'answered') && steps.at(-1)?.type === 'closed',
      ),
    ).toBe(true)
    const newest = year.filter((planned) => !old.includes(planned))
    const last = newest.map(({ steps }) => steps.at(-1)?.type ?? 'received')
    expect(last).toEqual(expect.arrayContaining(['received', 'assigned', 'asked', 'answered', 'closed']))
  })

  it('goes forward in time, and never beyond now', () => {
    for (const { receivedAt, steps } of nonEmpty(year)) {
      const times = [receivedAt, ...steps.map(({ at }) => at), now].map((at) => at.getTime())
      expect(times).toEqual([...times].sort((left, right) => left - right))
    }
  })

  it('evaluates only what was answered', () => {
    const evaluated = year.filter(({ evaluation }) => evaluation !== null)
    expect(evaluated.length).toBeGreaterThan(50)
    expect(nonEmpty(evaluated).every(({ steps }) => steps.some(({ type }) => type === 'answered'))).toBe(true)
  })
})
