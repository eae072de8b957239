import type { Field, FieldAccess, RelationshipFieldSingleValidation } from 'payload'
import { hasRole, staff } from '@/platform/access'
import { localize } from '@/platform/localize'
import { globalRights } from '@/platform/rights'
import { workerRoles } from '@/shared/casework/roles'
import { isCaseWorker } from '@/shared/directory/case-workers'
import { usualVeryLate } from '@/shared/directory/escalation'

const mayChange: FieldAccess = ({ req }) => hasRole(req.user, ...globalRights.association.fields.escalation)
/** Not for visitors, who may read the association otherwise. */
const access = { create: mayChange, read: ({ req }: Parameters<FieldAccess>[0]) => staff({ req }), update: mayChange }

const longest = 90

/** Asked of the staff themselves: Payload's own check of a choice runs with the rights of whoever saves. */
const managerOnCases: RelationshipFieldSingleValidation = async (value, { req }) => {
  if (!value || (typeof value === 'string' && (await isCaseWorker(req.payload, value)))) return true
  return localize(req, {
    ar: 'يُختار من يعمل على الاستفسارات، ليطلع على ما يُرفع إليه.',
    en: 'Choose someone who works on inquiries, to see what is escalated to them.',
  })
}

/** To whom goes what was not answered in time. */
export const escalationFields: Field[] = [
  {
    name: 'manager',
    type: 'relationship',
    relationTo: 'users',
    access,
    filterOptions: { roles: { in: [...workerRoles] } },
    validate: managerOnCases,
    label: { ar: 'المسؤول عما تأخر كثيرًا', en: 'The manager for what is very late' },
    admin: {
      allowCreate: false,
      allowEdit: false,
      description: {
        ar: 'تُرفع إليه الاستفسارات التي تأخرت كثيرًا. فارغ: تُرفع إلى إدارة النظام.',
        en: 'Told of inquiries that are very late. Empty: the administrators are told.',
      },
    },
  },
  {
    name: 'veryLateDays',
    type: 'number',
    min: 0,
    max: longest,
    defaultValue: usualVeryLate,
    access,
    validate: (value: unknown, { req }: { req: Parameters<typeof localize>[0] }) =>
      value === null ||
      value === undefined ||
      (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= longest)
        ? true
        : localize(req, { ar: `عدد صحيح من 0 إلى ${longest}.`, en: `A whole number from 0 to ${longest}.` }),
    label: { ar: 'متى يكون التأخر كثيرًا', en: 'When something is very late' },
    admin: {
      step: 1,
      description: {
        ar: 'بعد كم يوم عمل من فوات الموعد. صفر يعني لا يُرفع. يسري على ما يفوت موعده بعد الحفظ.',
        en: 'Working days after the due date. 0 means never. It holds for due dates that pass after it is saved.',
      },
    },
  },
]
