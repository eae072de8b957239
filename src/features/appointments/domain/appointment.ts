/** What may happen to an appointment, and until when. Instants are milliseconds since 1970. */

export const appointmentStates = ['booked', 'cancelled', 'attended', 'missed'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** What the latest mail about an appointment says. */
export const appointmentMails = ['booked', 'moved', 'cancelled', 'reminder'] as const
export type AppointmentMail = (typeof appointmentMails)[number]

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** So long before it begins a time can be booked at the latest: somebody must see it and prepare. */
const leadMs = HOUR_MS

export const minutesAllowed = { least: 5, most: 240 } as const

/** How many appointments to come one contact may hold at once. */
export const mostBooked = 3

export interface Held {
  state: AppointmentState
  startsAt: number
}

export const endOf = (startsAt: number, minutes: number): number => startsAt + minutes * MINUTE_MS

/** The first instant at which a time may begin to be booked at `now`. */
export const bookableFrom = (now: number): number => now + leadMs

export const isBookable = (startsAt: number, now: number): boolean => startsAt >= bookableFrom(now)

/** Whether it may still be moved or cancelled: until it begins. Afterwards staff mark who came. */
export const isOpenToChange = ({ state, startsAt }: Held, now: number): boolean => state === 'booked' && now < startsAt

/** Whether staff may say that the person came or didn't: from its beginning on, and again if that was a slip. */
export const mayMark = ({ state, startsAt }: Held, now: number): boolean => state !== 'cancelled' && now >= startsAt

/** Whether two times at one place overlap. */
export const overlaps = (
  one: { startsAt: number; minutes: number },
  other: { startsAt: number; minutes: number },
): boolean => one.startsAt < endOf(other.startsAt, other.minutes) && other.startsAt < endOf(one.startsAt, one.minutes)
