import type { Field } from 'payload'
import { type DescribedField, readOnlyFields } from '@/payload/read-only-fields'
import { statuses } from '@/shared/casework/domain/projection'
import { mailFields } from '@/shared/messages/mail-fields'
import { optionsOf } from '@/shared/vocabulary/label'
import { outcomes } from '../domain/timeline'
import { outcomeLabels, statusLabels } from './labels'

/** What lists show: derived from the timeline by hooks, never set by hand. */
export const projectionFields: Field[] = readOnlyFields([
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'new',
    options: optionsOf(statuses, statusLabels),
    label: { ar: 'الحالة', en: 'Status' },
    description: { ar: 'تُحسب من الخط الزمني.', en: 'Computed from the timeline.' },
  },
  {
    name: 'assignee',
    type: 'relationship',
    relationTo: 'users',
    label: { ar: 'المسؤول', en: 'Assignee' },
    description: { ar: 'من يتولى الاستفسار الآن.', en: 'Who has the case now.' },
  },
  {
    name: 'department',
    type: 'relationship',
    relationTo: 'departments',
    label: { ar: 'القسم', en: 'Department' },
    description: { ar: 'القسم الذي عنده الاستفسار.', en: 'The department that has the case.' },
  },
  {
    name: 'isWaitingOnPerson',
    type: 'checkbox',
    required: true,
    defaultValue: false,
    label: { ar: 'بانتظار صاحب الطلب', en: 'Waiting for the person' },
    description: { ar: 'سألناه ولم يرد بعد.', en: 'We asked and have no reply yet.' },
  },
  {
    name: 'isAnswerOwed',
    type: 'checkbox',
    required: true,
    defaultValue: true,
    label: { ar: 'ينتظر إجابة', en: 'Answer owed' },
    description: { ar: 'قال شيئًا لم نجب عنه.', en: 'The person said something not yet answered.' },
  },
  {
    name: 'isUndelivered',
    type: 'checkbox',
    required: true,
    defaultValue: false,
    label: { ar: 'لم يصل البريد', en: 'Mail not delivered' },
    description: {
      ar: 'رُفض بريدنا إلى صاحب الطلب، ولم يُبلَّغ بعد بطريقة أخرى.',
      en: 'Our mail was refused, and the person has not been reached another way yet.',
    },
  },
  {
    name: 'isRestricted',
    type: 'checkbox',
    required: true,
    defaultValue: false,
    label: { ar: 'مقيَّد الاطلاع', en: 'Restricted' },
    description: {
      ar: 'لا يراه إلا من أُذن لهم بالاطلاع على المقيَّد.',
      en: 'Seen only by those who may read restricted cases.',
    },
  },
  {
    name: 'concerns',
    type: 'relationship',
    relationTo: 'users',
    label: { ar: 'يتعلق بالموظف', en: 'Concerns' },
    description: {
      ar: 'الموظف الذي يتعلق به؛ لا يراه هو أبدًا.',
      en: 'The member of staff it is about, who never sees it.',
    },
  },
  {
    name: 'dueAt',
    type: 'date',
    label: { ar: 'موعد الإجابة', en: 'Due' },
    admin: { date: { pickerAppearance: 'dayAndTime' } },
    description: { ar: 'متى تستحق الإجابة؛ فارغ دون هدف.', en: 'When the answer is due; empty without a target.' },
  },
  {
    name: 'followUpAt',
    type: 'date',
    label: { ar: 'التذكير أو الإغلاق التالي', en: 'Next reminder or closing' },
    isHidden: true,
    description: {
      ar: 'متى نذكّر بسؤالنا أو نغلق لعدم الرد؛ فارغ ما دمنا لا ننتظر.',
      en: 'When the person is reminded of our question or the case closed without a reply; empty while we don’t wait.',
    },
  },
  {
    name: 'outcome',
    type: 'select',
    options: optionsOf(outcomes, outcomeLabels),
    label: { ar: 'كيف انتهى', en: 'Outcome' },
    description: { ar: 'للإغلاق دون إجابة؛ فارغ لغيره.', en: 'Of a closing without an answer; empty otherwise.' },
  },
  {
    name: 'turnAt',
    type: 'date',
    label: { ar: 'ترتيب العمل', en: 'Turn' },
    isHidden: true,
    description: {
      ar: 'ما له موعد أولًا، ثم ما لا موعد له، ثم ما ليس علينا.',
      en: 'What is due first, then what has no date, then what is not on us.',
    },
  },
  {
    name: 'acknowledgedAt',
    type: 'date',
    label: { ar: 'وقت الإشعار بالوصول', en: 'Acknowledged' },
    description: { ar: 'متى أشعرناه بالوصول.', en: 'When the receipt was confirmed to the person.' },
  },
  {
    name: 'answeredAt',
    type: 'date',
    label: { ar: 'آخر إجابة', en: 'Last answered' },
    description: { ar: 'وقت آخر إجابة.', en: 'When the newest answer was given.' },
  },
  {
    name: 'closedAt',
    type: 'date',
    label: { ar: 'وقت الإغلاق', en: 'Closed at' },
    description: { ar: 'فارغ ما دام الاستفسار مفتوحًا.', en: 'Empty while the case is open.' },
  },
  {
    name: 'lastEventAt',
    type: 'date',
    label: { ar: 'آخر حدث', en: 'Last event' },
    description: { ar: 'وقت آخر ما حدث.', en: 'When something last happened.' },
  },
])

/** The mark by which a job finds what staff have not been told of yet. */
export const noticesDueAt: DescribedField = {
  name: 'noticesDueAt',
  type: 'date',
  label: { ar: 'إشعار الموظفين', en: 'Staff are told' },
  isHidden: true,
  description: { ar: 'فارغ بعد إشعار الموظفين.', en: 'Empty once staff have been told.' },
}

/** How concurrent writers of the timeline keep out of each other's way, and the acknowledgement's mail. */
export const workingFields: Field[] = readOnlyFields([
  {
    name: 'seq',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: { ar: 'رقم آخر خطوة', en: 'Last step' },
    isHidden: true,
    description: { ar: 'يمنع خطوتين في وقت واحد.', en: 'Keeps two steps from happening at once.' },
  },
  {
    name: 'isProjectionStale',
    type: 'checkbox',
    required: true,
    defaultValue: false,
    label: { ar: 'الملخص قيد التحديث', en: 'Projection is stale' },
    isHidden: true,
    description: { ar: 'خطوة تُكتب الآن.', en: 'A step is being written.' },
  },
  {
    name: 'claimedAt',
    type: 'date',
    label: { ar: 'وقت بدء الخطوة', en: 'Claimed at' },
    isHidden: true,
    description: { ar: 'متى بدأت الخطوة الجارية.', en: 'When the step being written began.' },
  },
  {
    name: 'evaluationInvitedAt',
    type: 'date',
    label: { ar: 'وقت الدعوة إلى التقييم', en: 'Invited to evaluate at' },
    admin: {
      readOnly: true,
      description: {
        ar: 'متى دُعي المرسل إلى تقييم الخدمة.',
        en: 'When the sender was invited to evaluate the service.',
      },
    },
  },
  {
    name: 'erasedAt',
    type: 'date',
    label: { ar: 'وقت حذف المحتوى', en: 'Erased at' },
    admin: {
      readOnly: true,
      description: {
        ar: 'متى حُذف ما كتبه المرسل وبياناته، بعد انتهاء مدة الحفظ.',
        en: 'When the words and the personal data were erased, at the end of the retention period.',
      },
    },
  },
  {
    name: 'erasureStartedAt',
    type: 'date',
    label: { ar: 'وقت بدء الحذف', en: 'Erasure began at' },
    isHidden: true,
    description: { ar: 'منذ هذا الوقت لا تُقبل خطوة.', en: 'From then on no step is taken.' },
  },
  ...mailFields,
  {
    name: 'dueNoticeAt',
    type: 'date',
    label: { ar: 'وقت الإشعار بالموعد', en: 'Due date is told at' },
    isHidden: true,
    description: { ar: 'متى يُشعر الموظفون بقرب الموعد أو فواته.', en: 'When staff are told that it is near or past.' },
  },
  noticesDueAt,
])
