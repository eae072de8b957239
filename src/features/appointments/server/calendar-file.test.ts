import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendarFile } from './calendar-file'

const event: CalendarEvent = {
  uid: 'abc@example.org',
  sequence: 3,
  startsAt: new Date('2026-11-29T07:00:00.000Z'),
  minutes: 45,
  title: 'موعد في جمعية الأم المبدعة',
  place: 'المبنى الثاني؛ مكتب 3, الدور "الأول"\\',
  description: `${'نص طويل '.repeat(40)}\nسطر ثان`,
  url: 'https://example.org/ar/appointments/token',
  organizer: { name: 'جمعية "الأم"', address: 'no-reply@example.org' },
  madeAt: new Date('2026-11-25T07:00:00.000Z'),
}

const parsed = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const vevent = calendar.getFirstSubcomponent('vevent')
  if (!vevent) throw new Error('There is no event.')
  return { calendar, vevent, read: new ICAL.Event(vevent) }
}

describe('the calendar file of an appointment', () => {
  it('says when, where and how it is changed, in words that come out as they went in', () => {
    const { calendar, vevent, read } = parsed(calendarFile(event, 'PUBLISH'))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(read.startDate.toJSDate()).toEqual(event.startsAt)
    expect(read.endDate.toJSDate()).toEqual(new Date('2026-11-29T07:45:00.000Z'))
    expect(read).toMatchObject({
      uid: event.uid,
      sequence: 3,
      summary: event.title,
      location: event.place,
      description: event.description,
    })
    expect(vevent.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(vevent.getFirstPropertyValue('organizer')).toBe('mailto:no-reply@example.org')
  })

  it('calls the same event off', () => {
    const { calendar, vevent, read } = parsed(calendarFile(event, 'CANCEL'))
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(vevent.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(read.uid).toBe(event.uid)
  })

  it('has lines of 75 octets at most that end as RFC 5545 asks', () => {
    const text = calendarFile(event, 'PUBLISH')
    const lines = text.split('\r\n')
    expect(lines.length).toBeGreaterThan(12)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBe(75)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
