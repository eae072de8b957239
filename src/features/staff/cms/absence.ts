import {
  type CollectionBeforeValidateHook,
  type DateField,
  type Field,
  type RelationshipFieldSingleValidation,
  ValidationError,
} from 'payload'
import type { User } from '@/payload-types'
import { startOfDay } from '@/platform/calendar'
import { type LocalizedText, localize } from '@/platform/localize'
import { mayWork, workerRoles } from '@/shared/casework/roles'
import { isCaseWorker } from '@/shared/directory/case-workers'

/** When a member of staff is away, and who stands in for them with inquiries. */

type AbsenceField = 'awayFrom' | 'awayUntil'

const words: Record<'fromMissing' | 'untilMissing' | 'reversed' | 'oneself' | 'notWorker', LocalizedText> = {
  fromMissing: { ar: 'يُكتب أول يوم من الغياب.', en: 'Enter the first day away.' },
  untilMissing: { ar: 'يُكتب آخر يوم من الغياب.', en: 'Enter the last day away.' },
  reversed: { ar: 'آخر يوم هو أول يوم أو بعده.', en: 'The last day is the first one or comes after it.' },
  oneself: { ar: 'تكون النيابة لشخص آخر.', en: 'The deputy is someone else.' },
  notWorker: { ar: 'تكون النيابة لمن يعمل على الاستفسارات.', en: 'The deputy is someone who works on inquiries.' },
}

/** One that isn't touched stays, also when its deputy has another role by now. */
const deputyOnCases: RelationshipFieldSingleValidation = async (value, { id, previousValue, req }) => {
  if (!value || (value === previousValue && value !== id)) return true
  if (value === id) return localize(req, words.oneself)
  return typeof value === 'string' && (await isCaseWorker(req.payload, value)) ? true : localize(req, words.notWorker)
}

const worksOnCases = (data: unknown): boolean => mayWork(data as Parameters<typeof mayWork>[0])

const dayField = (name: 'awayFrom' | 'awayUntil', label: LocalizedText, description: LocalizedText): DateField => ({
  name,
  type: 'date',
  index: name === 'awayUntil',
  label,
  admin: { width: '50%', condition: worksOnCases, date: { pickerAppearance: 'dayOnly' }, description },
})

export const absenceFields: Field[] = [
  {
    type: 'row',
    fields: [
      dayField(
        'awayFrom',
        { ar: 'الغياب من', en: 'Away from' },
        { ar: 'أول يوم من الغياب.', en: 'The first day away.' },
      ),
      dayField(
        'awayUntil',
        { ar: 'الغياب إلى', en: 'Away until' },
        { ar: 'آخر يوم من الغياب.', en: 'The last day away.' },
      ),
    ],
  },
  {
    name: 'deputy',
    type: 'relationship',
    relationTo: 'users',
    filterOptions: ({ id }) => ({ roles: { in: [...workerRoles] }, ...(id && { id: { not_equals: id } }) }),
    validate: deputyOnCases,
    label: { ar: 'النيابة في الغياب', en: 'Deputy while away' },
    admin: {
      condition: worksOnCases,
      allowCreate: false,
      allowEdit: false,
      description: {
        ar: 'إلى من تصل الإشعارات، وينتقل ما اقترب موعده. فارغ: إلى رئاسة القسم.',
        en: 'Who receives the notices, and what is nearly due. Empty: the lead of the department.',
      },
    },
  },
]

const dayOf = (value: unknown): number | null => {
  const day = typeof value === 'string' || value instanceof Date ? new Date(value) : null
  return day && !Number.isNaN(day.getTime()) ? startOfDay(day).getTime() : null
}

const fields: readonly AbsenceField[] = ['awayFrom', 'awayUntil']

/** Judges the days as they will be stored. */
export const checkAbsence: CollectionBeforeValidateHook<User> = async ({ data, originalDoc, req }) => {
  if (!data || !fields.some((name) => data[name] !== undefined)) return data
  const { awayFrom, awayUntil } = { ...originalDoc, ...data }
  const errors: { path: AbsenceField; message: string }[] = []
  const refuse = (path: AbsenceField, why: keyof typeof words) =>
    errors.push({ path, message: localize(req, words[why]) })
  const [from, until] = [dayOf(awayFrom), dayOf(awayUntil)]
  if (!awayFrom && awayUntil) refuse('awayFrom', 'fromMissing')
  if (awayFrom && !awayUntil) refuse('awayUntil', 'untilMissing')
  if (from !== null && until !== null && until < from) refuse('awayUntil', 'reversed')
  if (errors.length > 0) throw new ValidationError({ collection: 'users', errors }, req.t)
  return data
}
