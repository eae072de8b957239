import type { Payload } from 'payload'
import { workingCalendar } from '@/shared/calendar/server/read-calendar'
import { workingDaysAfter } from '@/shared/calendar/working-time'
import { escalationSettings } from '@/shared/directory/escalation'
import type { EscalationSettings } from '../../domain/escalation'

/** The association's settings, with its working days. */
export async function readEscalation(payload: Payload): Promise<EscalationSettings> {
  const [{ manager, veryLateDays }, calendar] = await Promise.all([
    escalationSettings(payload),
    workingCalendar(payload),
  ])
  return {
    manager,
    // An answer is due when a working day closes; the days count after that one.
    veryLateAt: (dueAt) => workingDaysAfter(calendar, dueAt - 1, veryLateDays).at(-1) ?? null,
  }
}
