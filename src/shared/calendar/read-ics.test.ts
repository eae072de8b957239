import { describe, expect, it } from 'vitest'
import { largestIcs, readIcs } from './read-ics'

const today = Date.parse('2026-11-25T00:00:00+03:00')
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//t//t//EN', ...events.flatMap(eventOf), 'END:VCALENDAR', ''].join('\r\n')
const eventOf = (lines: string[]) => ['BEGIN:VEVENT', `UID:${lines.join()}`, ...lines, 'END:VEVENT']
const read = (...events: string[][]) => {
  const result = readIcs(calendar(...events), today)
  return result.status === 'ok'
    ? {
        ...result,
        holidays: result.holidays.map((one) => `${one.name} ${one.firstDay.slice(0, 10)} ${one.lastDay.slice(0, 10)}`),
      }
    : result
}
const none = { past: 0, timed: 0, tooLong: 0, tooMany: 0 }

describe('an .ics file', () => {
  it('gives its events of whole days to come, in order', () => {
    expect(
      read(
        ['DTSTART;VALUE=DATE:20270309', 'DTEND;VALUE=DATE:20270313', 'SUMMARY:عيد الفطر'],
        ['DTSTART;VALUE=DATE:20270222', 'SUMMARY:Founding Day'],
        ['DTSTART;VALUE=DATE:20261125', 'DTEND;VALUE=DATE:20261126', 'SUMMARY:Today'],
      ),
    ).toEqual({
      status: 'ok',
      holidays: [
        'Today 2026-11-25 2026-11-25',
        'Founding Day 2027-02-22 2027-02-22',
        'عيد الفطر 2027-03-09 2027-03-12',
      ],
      passedOver: none,
    })
  })

  it('counts what it passes over: what is past, has hours, or is too long', () => {
    expect(
      read(
        ['DTSTART;VALUE=DATE:20250101', 'SUMMARY:Long ago'],
        ['DTSTART:20270101T090000Z', 'DTEND:20270101T100000Z', 'SUMMARY:Meeting'],
        ['DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270601', 'SUMMARY:Months'],
        ['DTSTART;VALUE=DATE:20270101', 'SUMMARY:Called off', 'STATUS:CANCELLED'],
      ),
    ).toEqual({ status: 'ok', holidays: [], passedOver: { ...none, past: 1, timed: 1, tooLong: 1 } })
  })

  it('follows a yearly rule for two years, and ends with one that never does', () => {
    expect(read(['DTSTART;VALUE=DATE:20200923', 'RRULE:FREQ=YEARLY', 'SUMMARY:National Day'])).toMatchObject({
      holidays: ['National Day 2027-09-23 2027-09-23', 'National Day 2028-09-23 2028-09-23'],
    })
    const daily = read(['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY', 'SUMMARY:Every day'])
    expect(daily).toMatchObject({ status: 'ok', passedOver: { tooMany: 300 } })
  })

  it('reads a folded line and several calendars in one file', () => {
    const folded = calendar(['DTSTART;VALUE=DATE:20270222', 'SUMMARY:Founding\r\n  Day'])
    const result = readIcs(folded + calendar(['DTSTART;VALUE=DATE:20270223', 'SUMMARY:Next']), today)
    expect(result.status === 'ok' && result.holidays.map(({ name }) => name)).toEqual(['Founding Day', 'Next'])
  })

  it.each([
    ['unreadable', 'PK\u0003\u0004 not a calendar'],
    ['unreadable', ''],
    ['unreadable', calendar(['DTSTART;VALUE=DATE:20270222', 'SUMMARY:x']).slice(0, 80)],
    ['unreadable', calendar(['DTSTART;VALUE=DATE:2027xx22', 'SUMMARY:x'])],
    ['unreadable', calendar(['DTSTART;VALUE=DATE:20270222', 'RRULE:FREQ=SOMETIMES', 'SUMMARY:x'])],
    ['noEvents', calendar()],
    ['tooLarge', 'x'.repeat(largestIcs + 1)],
  ])('is refused as %s', (reason, text) => {
    expect(readIcs(text, today)).toEqual({ status: 'invalid', reason })
  })
})
