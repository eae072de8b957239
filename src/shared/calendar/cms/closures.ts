import type { CollectionConfig, DateFieldValidation } from 'payload'
import { updatedBy } from '@/payload/content-fields'
import { plainAccess } from '@/payload/rights-access'
import { staff } from '@/platform/access'
import { startOfDay } from '@/platform/calendar'
import { localize } from '@/platform/localize'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { plainRights } from '@/platform/rights'
import { longestHoliday } from '../working-calendar'
import { nameFields } from './calendar-fields'
import { refuseDeletingPast, refusePast } from './refuse-past'

const DAY_MS = 86_400_000

const lastDay: DateFieldValidation = (value, { req, siblingData }) => {
  const { firstDay } = siblingData as { firstDay?: string | null }
  if (!value || !firstDay) return true
  const days = (startOfDay(new Date(value)).getTime() - startOfDay(new Date(firstDay)).getTime()) / DAY_MS + 1
  if (days < 1) {
    return localize(req, {
      ar: 'آخر يوم بعد أول يوم أو هو نفسه.',
      en: 'The last day is the first one or comes after it.',
    })
  }
  return days <= longestHoliday
    ? true
    : localize(req, {
        ar: `الإغلاق ${longestHoliday} يومًا على الأكثر.`,
        en: `A closure lasts ${longestHoliday} days at most.`,
      })
}

/** Days on which the association is closed once: what the yearly holidays don't say. */
export const Closures: CollectionConfig = {
  slug: 'closures',
  labels: { singular: { ar: 'إغلاق', en: 'Closure' }, plural: { ar: 'أيام الإغلاق', en: 'Closures' } },
  access: { ...plainAccess(plainRights.closures), admin: staff },
  admin: {
    group: { ar: 'الجمعية', en: 'Association' },
    useAsTitle: 'nameAr',
    defaultColumns: ['nameAr', 'nameEn', 'firstDay', 'lastDay'],
    listSearchableFields: ['nameAr', 'nameEn'],
    components: { beforeListTable: ['/src/shared/calendar/panel/import-closures#ImportClosures'] },
    description: {
      ar: 'أيام تُغلق فيها الجمعية مرة واحدة، ولا تُحسب من المواعيد. تُضاف واحدًا واحدًا أو من ملف ‎.ics.',
      en: 'Days on which the association is closed once; due dates pass over them. Add them one by one or from an .ics file.',
    },
  },
  defaultSort: '-firstDay',
  graphQL: false,
  hooks: {
    beforeChange: [refusePast('closures')],
    afterChange: [bumpRevisionAfterChange],
    beforeDelete: [refuseDeletingPast('closures')],
    afterDelete: [bumpRevisionAfterDelete],
  },
  fields: [
    ...nameFields,
    {
      type: 'row',
      fields: [
        {
          name: 'firstDay',
          type: 'date',
          required: true,
          index: true,
          label: { ar: 'أول يوم', en: 'First day' },
          admin: {
            width: '50%',
            date: { pickerAppearance: 'dayOnly', displayFormat: 'd/M/yyyy' },
            description: { ar: 'اليوم أو يوم قادم.', en: 'Today or a coming day.' },
          },
        },
        {
          name: 'lastDay',
          type: 'date',
          validate: lastDay,
          label: { ar: 'آخر يوم', en: 'Last day' },
          admin: {
            width: '50%',
            date: { pickerAppearance: 'dayOnly', displayFormat: 'd/M/yyyy' },
            description: { ar: 'فارغ ليوم واحد.', en: 'Empty for a single day.' },
          },
        },
      ],
    },
    updatedBy,
  ],
}
