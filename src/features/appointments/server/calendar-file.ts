import ICAL from 'ical.js'
import { endOf } from '../domain/appointment'

/** What a calendar shows of an appointment. */
export interface CalendarEvent {
  /** The same through all its changes. */
  uid: string
  /** Rises with every change (RFC 5545, 3.8.7.4). */
  sequence: number
  startsAt: Date
  minutes: number
  title: string
  place: string
  description: string
  url: string
  organizer: { name: string; address: string }
  /** When this text was made. */
  madeAt: Date
}

// The library doesn't count the blank that begins a folded line; with it a line has 75 octets (RFC 5545, 3.1).
ICAL.foldLength = 74

const utc = (instant: Date) => ICAL.Time.fromJSDate(instant, true)

/**
 * An appointment as an .ics file (RFC 5545); ical.js escapes and folds. It is published and not a request, because
 * answers of calendar programs would go to an address that nobody reads; a published event is called off by CANCEL
 * with the same UID (RFC 5546, 4.1.3). Times are UTC, so that no time zone has to be described.
 */
export function calendarFile(event: CalendarEvent, method: 'PUBLISH' | 'CANCEL'): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Creative Mom Association//Appointments//EN')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('method', method)
  const vevent = new ICAL.Component('vevent')
  const end = new Date(endOf(event.startsAt.getTime(), event.minutes))
  vevent.updatePropertyWithValue('uid', event.uid)
  vevent.updatePropertyWithValue('sequence', event.sequence)
  vevent.updatePropertyWithValue('dtstamp', utc(event.madeAt))
  vevent.updatePropertyWithValue('dtstart', utc(event.startsAt))
  vevent.updatePropertyWithValue('dtend', utc(end))
  vevent.updatePropertyWithValue('summary', event.title)
  vevent.updatePropertyWithValue('location', event.place)
  vevent.updatePropertyWithValue('description', event.description)
  vevent.updatePropertyWithValue('url', event.url)
  vevent.updatePropertyWithValue('status', method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED')
  const organizer = vevent.updatePropertyWithValue('organizer', `mailto:${event.organizer.address}`)
  // A parameter can't hold quotation marks (RFC 5545, 3.2).
  organizer.setParameter('cn', event.organizer.name.replaceAll('"', ''))
  calendar.addSubcomponent(vevent)
  return `${calendar.toString()}\r\n`
}
