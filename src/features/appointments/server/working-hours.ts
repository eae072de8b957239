import type { Payload } from 'payload'
import { startOfDay } from '@/platform/calendar'
import { workingCalendar } from '@/shared/calendar/server/read-calendar'
import { dayOf } from '@/shared/calendar/working-calendar'
import { reminderAt } from '../domain/reminder'

/** When we open and close on a day of the association's calendar; null where we are closed. */
export async function workingHours(
  payload: Payload,
): Promise<(day: number) => { opens: number; closes: number } | null> {
  const calendar = await workingCalendar(payload)
  return (day) => {
    const found = dayOf(calendar, day)
    return found.kind === 'working' ? { opens: found.opens, closes: found.closes } : null
  }
}

/** When the person is to be reminded of an appointment, as it is stored. */
export async function reminderOf(payload: Payload, startsAt: string, now: Date): Promise<string | null> {
  const day = startOfDay(new Date(startsAt)).getTime()
  const at = reminderAt(day, now.getTime(), await workingHours(payload))
  return at === null ? null : new Date(at).toISOString()
}
