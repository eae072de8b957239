import type { Payload } from 'payload'
import { weekdays } from '@/platform/calendar'
import { standardVersion } from '@/shared/calendar/standard-calendar'
import { formatTimeOfDay } from '@/shared/calendar/time-of-day'
import type { Hours } from '@/shared/calendar/working-calendar'
import { seedWhole } from './seeding'

const stored = (hours: Hours | null) =>
  hours ? { opens: formatTimeOfDay(hours.opens), closes: formatTimeOfDay(hours.closes) } : {}

/** The first calendar, which holds from before the first inquiry on. Leaves alone what is there. */
export const seedWorkingCalendar = (payload: Payload): Promise<void> =>
  seedWhole(payload, async ({ payload, system }) => {
    const { docs } = await payload.find({ collection: 'working-calendars', limit: 1, pagination: false, ...system() })
    if (docs.length > 0) return
    const { week, ramadan, holidays } = standardVersion
    await payload.create({
      collection: 'working-calendars',
      data: {
        validFrom: '2020-01-01T12:00:00.000Z',
        hours: Object.fromEntries(weekdays.map((weekday) => [weekday, stored(week[weekday])])),
        ramadan: stored(ramadan),
        holidays: holidays.map(({ name, month, ...holiday }) => ({
          ...holiday,
          nameAr: name.ar,
          nameEn: name.en,
          month: String(month) as '1',
        })),
      },
      ...system(),
    })
  })
