import type { CollectionConfig } from 'payload'
import { updatedBy } from '@/payload/content-fields'
import { plainAccess } from '@/payload/rights-access'
import { staff } from '@/platform/access'
import { localize } from '@/platform/localize'
import { plainRights } from '@/platform/rights'
import { minutesAllowed } from '../domain/appointment'
import { limits } from '../schema'
import { keepBookedTime, refuseDeletingUsedTime } from './time-rules'

/** Times at which the association receives people: opened by staff, one booking each. */
export const AppointmentTimes: CollectionConfig = {
  slug: 'appointment-times',
  labels: {
    singular: { ar: 'وقت استقبال', en: 'Appointment time' },
    plural: { ar: 'أوقات الاستقبال', en: 'Appointment times' },
  },
  access: { ...plainAccess(plainRights['appointment-times']), admin: staff },
  admin: {
    group: { ar: 'الجمعية', en: 'Association' },
    useAsTitle: 'placeAr',
    defaultColumns: ['startsAt', 'minutes', 'placeAr', 'department', 'state'],
    listSearchableFields: ['placeAr', 'placeEn'],
    components: { beforeListTable: ['/src/features/appointments/panel/open-series#OpenSeries'] },
    description: {
      ar: 'الأوقات التي يمكن حجزها من الموقع، ولكل وقت حجز واحد. تُضاف واحدًا واحدًا أو سلسلة كاملة.',
      en: 'Times that can be booked on the site, one booking each. Add them one by one or a whole series.',
    },
  },
  defaultSort: '-startsAt',
  graphQL: false,
  indexes: [{ fields: ['state', 'startsAt'] }],
  hooks: {
    beforeChange: [keepBookedTime],
    beforeDelete: [refuseDeletingUsedTime],
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'startsAt',
          type: 'date',
          required: true,
          index: true,
          label: { ar: 'يبدأ', en: 'Begins' },
          admin: {
            width: '50%',
            date: { pickerAppearance: 'dayAndTime' },
            description: { ar: 'بتوقيت الرياض.', en: 'In Riyadh time.' },
          },
        },
        {
          name: 'minutes',
          type: 'number',
          required: true,
          defaultValue: 30,
          label: { ar: 'المدة بالدقائق', en: 'Length in minutes' },
          validate: (value: unknown, { req }: { req: Parameters<typeof localize>[0] }) =>
            Number.isInteger(value) && Number(value) >= minutesAllowed.least && Number(value) <= minutesAllowed.most
              ? true
              : localize(req, {
                  ar: `عدد صحيح من ${minutesAllowed.least} إلى ${minutesAllowed.most}.`,
                  en: `A whole number from ${minutesAllowed.least} to ${minutesAllowed.most}.`,
                }),
          admin: { width: '50%', description: { ar: 'مدة اللقاء.', en: 'How long the meeting lasts.' } },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'placeAr',
          type: 'text',
          required: true,
          maxLength: limits.place,
          label: { ar: 'المكان بالعربية', en: 'Place in Arabic' },
          admin: {
            width: '50%',
            description: { ar: 'كما يحتاجه من يصل أول مرة.', en: 'As somebody needs it who comes for the first time.' },
          },
        },
        {
          name: 'placeEn',
          type: 'text',
          required: true,
          maxLength: limits.place,
          label: { ar: 'المكان بالإنجليزية', en: 'Place in English' },
          admin: { width: '50%', description: { ar: 'المكان نفسه.', en: 'The same place.' } },
        },
      ],
    },
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      index: true,
      label: { ar: 'القسم', en: 'Department' },
      admin: { description: { ar: 'من يستقبل.', en: 'Who receives the person.' } },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'noteAr',
          type: 'text',
          maxLength: limits.note,
          label: { ar: 'ملاحظة بالعربية', en: 'Note in Arabic' },
          admin: {
            width: '50%',
            description: {
              ar: 'تظهر عند الحجز، كالأوراق المطلوبة.',
              en: 'Shown when booking, such as papers to bring.',
            },
          },
        },
        {
          name: 'noteEn',
          type: 'text',
          maxLength: limits.note,
          label: { ar: 'ملاحظة بالإنجليزية', en: 'Note in English' },
          admin: { width: '50%', description: { ar: 'الملاحظة نفسها.', en: 'The same note.' } },
        },
      ],
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'open',
      options: [
        { value: 'open', label: { ar: 'متاح للحجز', en: 'Can be booked' } },
        { value: 'closed', label: { ar: 'موقوف', en: 'Closed' } },
      ],
      label: { ar: 'الحالة', en: 'State' },
      admin: {
        position: 'sidebar',
        description: {
          ar: 'الموقوف لا يظهر في الموقع، وما حُجز قبله يبقى.',
          en: 'A closed time isn’t shown on the site; what was booked before stays.',
        },
      },
    },
    {
      // The database refuses the same time at the same place a second time, however often a series is opened.
      name: 'slotKey',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { ar: 'مفتاح الوقت', en: 'Time key' },
      admin: {
        hidden: true,
        description: { ar: 'يُشتق من الوقت والمكان.', en: 'Derived from time and place.' },
      },
      hooks: {
        beforeValidate: [({ siblingData, originalDoc }) => slotKeyOf({ ...originalDoc, ...siblingData })],
      },
    },
    updatedBy,
  ],
}

const idOf = (related: unknown): string =>
  typeof related === 'object' && related !== null && 'id' in related ? String(related.id) : String(related ?? '')

/** One time at one place of one department. */
function slotKeyOf({ startsAt, placeAr, department }: Record<string, unknown>): string {
  const at = new Date(String(startsAt))
  const instant = Number.isNaN(at.getTime()) ? '' : at.toISOString()
  return `${instant}|${idOf(department)}|${String(placeAr ?? '').trim()}`
}
