import { startOfDay } from '@/platform/calendar'
import { dayOf, type WorkingCalendar } from '@/shared/calendar/working-calendar'
import { firstDueNotice, type WorkingDays } from '../../domain/notice-times'

/** The association's working days, for the times at which staff are told. */
export const workingDaysOf = (calendar: WorkingCalendar): WorkingDays => ({
  startOfDay: (instant) => startOfDay(new Date(instant)).getTime(),
  isWorkingDay: (instant) => dayOf(calendar, instant).kind === 'working',
})

/** The mark by which a job finds a case whose due date is to be told of; see {@link firstDueNotice}. */
export const dueNoticeAt = (dueAt: string | null, since: string, calendar: WorkingCalendar): string | null =>
  dueAt === null
    ? null
    : new Date(firstDueNotice(Date.parse(dueAt), Date.parse(since), workingDaysOf(calendar))).toISOString()
