import { type CollectionBeforeChangeHook, type CollectionConfig, ValidationError } from 'payload'
import { updatedBy } from '@/payload/content-fields'
import { plainAccess } from '@/payload/rights-access'
import type { WorkingCalendar as StoredVersion } from '@/payload-types'
import { staff } from '@/platform/access'
import { weekdays } from '@/platform/calendar'
import { localize } from '@/platform/localize'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { plainRights } from '@/platform/rights'
import { versionOf } from '../server/read-calendar'
import { readTimeOfDay } from '../time-of-day'
import { dayOf } from '../working-calendar'
import { holidaysField, hoursField, ramadanField } from './calendar-fields'
import { refuseDeletingPast, refusePast } from './refuse-past'

const DAY_MS = 86_400_000
/** A calendar with fewer working days in its first year is a mistake, and nothing could be counted in it. */
const FEWEST_DAYS = 50

const isHalf = (hours: { opens?: string | null; closes?: string | null } | null | undefined): boolean =>
  [hours?.opens, hours?.closes].some((time) => Boolean(time)) &&
  [hours?.opens, hours?.closes].some((time) => readTimeOfDay(time ?? '') === null)

/** Due dates are counted in working days, so a calendar has some. */
const refuseIdle: CollectionBeforeChangeHook<StoredVersion> = ({ data, originalDoc, req }) => {
  const merged = { ...originalDoc, ...data } as StoredVersion
  // What can't be read is refused beside its field.
  if (weekdays.some((day) => isHalf(merged.hours?.[day]))) return data
  const version = versionOf(merged)
  const calendar = { versions: [version] as const, closures: [] }
  const days = Array.from({ length: 365 }, (_, index) => dayOf(calendar, version.from + index * DAY_MS))
  if (days.filter(({ kind }) => kind === 'working').length >= FEWEST_DAYS) return data
  throw new ValidationError({
    collection: 'working-calendars',
    errors: [
      {
        path: 'hours.sunday.opens',
        message: localize(req, {
          ar: `بقي أقل من ${FEWEST_DAYS} يوم عمل في السنة، فلا تُحسب به المواعيد. تُكتب ساعات أيام العمل.`,
          en: `That leaves fewer than ${FEWEST_DAYS} working days a year, in which due dates can’t be counted. Write the hours of the working days.`,
        }),
      },
    ],
    req,
  })
}

/** Working hours and yearly holidays. A change is another one of these, from the day on which it holds. */
export const WorkingCalendars: CollectionConfig = {
  slug: 'working-calendars',
  labels: {
    singular: { ar: 'تقويم عمل', en: 'Working calendar' },
    plural: { ar: 'أوقات العمل', en: 'Working hours' },
  },
  access: { ...plainAccess(plainRights['working-calendars']), admin: staff },
  admin: {
    group: { ar: 'الجمعية', en: 'Association' },
    useAsTitle: 'validFrom',
    defaultColumns: ['validFrom', 'updatedBy', 'updatedAt'],
    description: {
      ar: 'منها تُحسب مواعيد الرد. التغيير نسخة جديدة من يوم سريانها، فلا يتغير موعد مضى: يُفتح آخر تقويم ويُنسخ بأمر «تكرار».',
      en: 'Due dates are counted by them. A change is a new calendar from the day on which it holds, so no past due date changes: open the last one and duplicate it.',
    },
  },
  defaultSort: '-validFrom',
  graphQL: false,
  hooks: {
    beforeChange: [refusePast('working-calendars'), refuseIdle],
    afterChange: [bumpRevisionAfterChange],
    beforeDelete: [refuseDeletingPast('working-calendars')],
    afterDelete: [bumpRevisionAfterDelete],
  },
  fields: [
    {
      name: 'validFrom',
      type: 'date',
      required: true,
      unique: true,
      index: true,
      label: { ar: 'يسري من يوم', en: 'Holds from' },
      hooks: {
        // A copy holds from another day.
        beforeDuplicate: [() => new Date(Date.now() + DAY_MS).toISOString()],
      },
      admin: {
        date: { pickerAppearance: 'dayOnly', displayFormat: 'd/M/yyyy' },
        description: {
          ar: 'أول يوم يُعمل بهذا التقويم، حتى يسري الذي بعده.',
          en: 'The first day on which this calendar holds, until the next one does.',
        },
      },
    },
    hoursField,
    ramadanField,
    holidaysField,
    updatedBy,
  ],
}
