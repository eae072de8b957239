import { describe, expect, it } from 'vitest'
import { typedDay } from '@/platform/calendar'
import { nonEmpty } from '../setup/non-empty'
import { as, draftEdition, errorsOf, payload, policyId, sections, test, withSeededPolicy } from '../setup/seeded-policy'

withSeededPolicy()

describe('the dates of a board decision', () => {
  it.each([
    { hijri: '١٣/٧/١٤٤٢هـ' },
    { gregorian: '25 فبراير 2021' },
    { hijri: '13/7/1442', gregorian: '25/2/2021', weekday: 'thursday' },
    { meetingDate: '2021-02-25T18:30:00.000Z' },
  ])('become one instant, and the rest is derived, from %j', async (decision) => {
    const { id } = await draftEdition({ decision })
    const edition = await payload.findByID({ collection: 'editions', id, draft: true, ...test })
    expect(edition.decision).toMatchObject({
      meetingDate: '2021-02-25T12:00:00.000Z',
      hijri: '13/7/1442',
      gregorian: '25/2/2021',
      weekday: 'thursday',
    })
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('can be typed in the panel', () => {
    const decision = payload.collections.editions.config.flattenedFields.find(({ name }) => name === 'decision')
    const fields = decision && 'flattenedFields' in decision ? decision.flattenedFields : []
    const typed = fields.filter(({ name }) => ['hijri', 'gregorian', 'weekday'].includes(name))
    expect(typed.map(({ name, admin }) => [name, admin?.readOnly])).toEqual([
      ['weekday', false],
      ['hijri', false],
      ['gregorian', false],
    ])
  })

  it('are refused beside the field, with the right values, when they disagree', async () => {
    const errors = await errorsOf(
      draftEdition({ decision: { hijri: '13/7/1442', gregorian: '26/2/2021', weekday: 'thursday' } }),
    )
    expect(errors.map(({ path }) => path)).toEqual(['decision.weekday', 'decision.hijri', 'decision.gregorian'])
    expect(errors[0]?.message).toContain('Friday')
    expect(errors[1]?.message).toContain('14/7/1442')
    expect(errors[2]?.message).toContain('25/2/2021')
  })

  it('are refused in the language of the panel', async () => {
    const errors = await errorsOf(
      payload.create({
        collection: 'editions',
        draft: true,
        data: { policy: policyId, sections, decision: { hijri: '30/7/1442' } },
        ...as('editor', 'ar'),
      }),
    )
    expect(errors).toMatchObject([{ path: 'decision.hijri', message: expect.stringContaining('أم القرى') }])
  })

  const DAY = 86_400_000
  const fromToday = (days: number) => typedDay(new Date(Date.now() + days * DAY), 'gregorian')

  it('are not those of a day that has not come, in a draft or else, and the field says which day is the latest', async () => {
    for (const [decision, latest] of [
      [{ gregorian: fromToday(1) }, { 'decision.gregorian': fromToday(0) }],
      [{ hijri: '1/1/1500' }, { 'decision.hijri': typedDay(new Date(), 'hijri') }],
      [
        { meetingDate: '2100-01-01T12:00:00.000Z' },
        { 'decision.hijri': typedDay(new Date(), 'hijri'), 'decision.gregorian': fromToday(0) },
      ],
    ] as const) {
      const errors = await errorsOf(draftEdition({ decision }))
      expect(errors.map(({ path }) => path)).toEqual(Object.keys(latest))
      for (const { message, path } of nonEmpty(errors)) expect(message).toContain(latest[path as keyof typeof latest])
    }
    const arabic = payload.create({
      collection: 'editions',
      draft: true,
      data: { policy: policyId, sections, decision: { gregorian: fromToday(1) } },
      ...as('editor', 'ar'),
    })
    expect((await errorsOf(arabic))[0]?.message).toContain('لم يأتِ بعد')
    const { id } = await draftEdition({ decision: { gregorian: fromToday(0) } })
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it('come no later than the day from which the edition is in force, whichever of the two is sent', async () => {
    const { id } = await draftEdition({ decision: { hijri: '13/7/1442' } })
    const save = (data: Record<string, unknown>) =>
      payload.update({ collection: 'editions', id, draft: true, data, ...as('editor') })
    const errors = await errorsOf(save({ effectiveFrom: '2021-02-24T12:00:00.000Z' }))
    expect(errors).toMatchObject([{ path: 'effectiveFrom', message: expect.stringContaining('25/2/2021 (13/7/1442)') }])
    await save({ effectiveFrom: '2021-02-25T01:00:00.000Z' })
    expect((await errorsOf(save({ decision: { hijri: '14/7/1442' } }))).map(({ path }) => path)).toEqual([
      'effectiveFrom',
    ])
    await save({ decision: { hijri: '14/7/1442' }, effectiveFrom: '2030-01-01T12:00:00.000Z' })
    await payload.delete({ collection: 'editions', id, ...test })
  })

  it.each([
    [{ effectiveFrom: 'not a day' }, 'effectiveFrom'],
    [{ decision: { meetingDate: 'not a day' } }, 'decision.meetingDate'],
    [{ decision: { hijri: `1${' '.repeat(1200)}x` } }, 'decision.hijri'],
  ])('that are none are refused beside the field: %j', async (data, path) => {
    expect(await errorsOf(draftEdition(data))).toMatchObject([{ path }])
  })

  it('can be corrected in a later save, both in one go or by the instant alone', async () => {
    const { id } = await draftEdition({ decision: { hijri: '13/7/1442' } })
    const save = (decision: Record<string, unknown>) =>
      payload.update({ collection: 'editions', id, draft: true, data: { decision }, ...as('editor') })
    expect((await save({ hijri: '14/7/1442', gregorian: '', weekday: null })).decision?.gregorian).toBe('26/2/2021')
    expect((await save({ meetingDate: '2021-02-27T12:00:00.000Z' })).decision?.hijri).toBe('15/7/1442')
    expect((await save({ session: 'الأولى' })).decision?.hijri).toBe('15/7/1442')
    expect((await save({ hijri: '', gregorian: '', weekday: null })).decision?.meetingDate ?? null).toBeNull()
    await payload.delete({ collection: 'editions', id, ...test })
  })
})
