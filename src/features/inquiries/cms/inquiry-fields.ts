import type { Field } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { readOnlyFields } from '@/payload/read-only-fields'
import { statuses } from '@/shared/casework/domain/projection'
import { mailFields } from '@/shared/messages/mail-fields'
import { channelLabels, channels } from '@/shared/vocabulary/channels'
import { inquiryKindLabels, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'
import { optionsOf } from '@/shared/vocabulary/label'
import { encryptionContexts } from '../domain/encryption-contexts'
import { consentForms, replyChannels, replyLocales } from '../schema'
import { consentFormLabels, replyChannelLabels, statusLabels } from './labels'

/** What the person sent: written once, never rewritten. */
export const submissionFields: Field[] = readOnlyFields([
  {
    name: 'reference',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    label: { ar: 'رقم المتابعة', en: 'Reference' },
    description: { ar: 'تسعة أرقام، آخرها رقم تحقق.', en: 'Nine digits, the last of which checks the others.' },
  },
  {
    name: 'kind',
    type: 'select',
    required: true,
    options: optionsOf(inquiryKinds, inquiryKindLabels),
    label: { ar: 'النوع', en: 'Kind' },
    description: { ar: 'ما الذي اختاره المرسل.', en: 'What the sender chose.' },
  },
  {
    name: 'channel',
    type: 'select',
    required: true,
    options: optionsOf(channels, channelLabels),
    label: { ar: 'القناة', en: 'Channel' },
    description: { ar: 'إحدى القنوات الخمس في السياسة.', en: 'One of the policy’s five channels.' },
  },
  {
    name: 'service',
    type: 'relationship',
    relationTo: 'services',
    label: { ar: 'الخدمة', en: 'Service' },
    description: { ar: 'الخدمة التي يتعلق بها الطلب، إن اختيرت.', en: 'The service it is about, if one was chosen.' },
  },
  encryptedField({
    name: 'subject',
    purpose: encryptionContexts.subject,
    isRequired: true,
    label: { ar: 'الموضوع', en: 'Subject' },
    description: { ar: 'محفوظ مشفرًا.', en: 'Stored encrypted.' },
  }),
  encryptedField({
    name: 'message',
    purpose: encryptionContexts.message,
    isRequired: true,
    label: { ar: 'نص الطلب', en: 'Message' },
    description: { ar: 'محفوظ مشفرًا، كما كتبه المرسل.', en: 'Stored encrypted, as the sender wrote it.' },
  }),
  encryptedField({
    name: 'name',
    purpose: encryptionContexts.name,
    label: { ar: 'الاسم', en: 'Name' },
    description: { ar: 'محفوظ مشفرًا؛ فارغ لمن لم يذكره.', en: 'Stored encrypted; empty when not given.' },
  }),
  encryptedField({
    name: 'phone',
    purpose: encryptionContexts.phone,
    label: { ar: 'الجوال', en: 'Mobile' },
    description: { ar: 'محفوظ مشفرًا بالصيغة الدولية.', en: 'Stored encrypted, in E.164.' },
  }),
  encryptedField({
    name: 'email',
    purpose: encryptionContexts.email,
    label: { ar: 'البريد الإلكتروني', en: 'E-mail' },
    description: { ar: 'محفوظ مشفرًا.', en: 'Stored encrypted.' },
  }),
  {
    name: 'phoneIndex',
    type: 'text',
    index: true,
    label: { ar: 'فهرس الجوال', en: 'Mobile index' },
    isHidden: true,
    description: { ar: 'بصمة بمفتاح للبحث بالرقم.', en: 'A keyed hash by which the number is found.' },
  },
  {
    name: 'emailIndex',
    type: 'text',
    index: true,
    label: { ar: 'فهرس البريد', en: 'E-mail index' },
    isHidden: true,
    description: { ar: 'بصمة بمفتاح للبحث بالبريد.', en: 'A keyed hash by which the address is found.' },
  },
  {
    name: 'isAnonymous',
    type: 'checkbox',
    required: true,
    defaultValue: false,
    label: { ar: 'دون ذكر الاسم', en: 'Anonymous' },
    description: { ar: 'اختار المرسل ألا يعرّف بنفسه.', en: 'The sender chose not to be named.' },
  },
  {
    name: 'replyChannel',
    type: 'select',
    required: true,
    options: optionsOf(replyChannels, replyChannelLabels),
    label: { ar: 'طريقة الرد', en: 'Reply by' },
    description: { ar: 'كيف يفضل المرسل أن نرد.', en: 'How the sender wants the answer.' },
  },
  {
    name: 'locale',
    type: 'select',
    required: true,
    options: optionsOf(replyLocales, { ar: { ar: 'العربية', en: 'Arabic' }, en: { ar: 'الإنجليزية', en: 'English' } }),
    label: { ar: 'لغة الرد', en: 'Language' },
    description: { ar: 'اللغة التي نراسله بها.', en: 'The language we write in.' },
  },
  {
    name: 'consentVersion',
    type: 'text',
    required: true,
    label: { ar: 'إصدار إشعار الخصوصية', en: 'Privacy notice' },
    description: { ar: 'الإصدار الذي وافق عليه.', en: 'The version that was agreed to.' },
  },
  {
    name: 'consentAt',
    type: 'date',
    required: true,
    label: { ar: 'وقت الموافقة', en: 'Agreed at' },
    description: { ar: 'متى وافق على الإشعار.', en: 'When the notice was agreed to.' },
  },
  {
    name: 'consentForm',
    type: 'select',
    required: true,
    defaultValue: 'on-form',
    options: optionsOf(consentForms, consentFormLabels),
    label: { ar: 'كيف كانت الموافقة', en: 'Agreed how' },
    description: { ar: 'في النموذج أو لموظف.', en: 'On the form, or to a member of staff.' },
  },
  {
    name: 'recordedBy',
    type: 'relationship',
    relationTo: 'users',
    label: { ar: 'سجّله', en: 'Recorded by' },
    description: {
      ar: 'الموظف الذي سجّله عن صاحب الطلب؛ فارغ لما أُرسل من الموقع.',
      en: 'The member of staff who wrote it down for the person; empty for what came by the site.',
    },
  },
  {
    name: 'receivedAt',
    type: 'date',
    required: true,
    index: true,
    label: { ar: 'وقت الوصول', en: 'Received' },
    admin: { date: { pickerAppearance: 'dayAndTime' } },
    description: { ar: 'متى وصلنا.', en: 'When it reached us.' },
  },
  {
    name: 'targetDays',
    type: 'number',
    label: { ar: 'المهلة بأيام العمل', en: 'Target in working days' },
    description: {
      ar: 'هدف الجمعية لهذا النوع يوم الوصول؛ فارغ إن لم تضع هدفًا.',
      en: 'The association’s target for this kind on the day; empty when it had set none.',
    },
  },
])

/** Keys by which a repetition is the same row and a secret is never stored. */
export const keyFields: Field[] = readOnlyFields([
  {
    name: 'codeHash',
    type: 'text',
    required: true,
    label: { ar: 'بصمة رمز المتابعة', en: 'Tracking code hash' },
    isHidden: true,
    description: { ar: 'لا يُحفظ الرمز نفسه.', en: 'The code itself is not stored.' },
  },
  {
    name: 'submissionKey',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    label: { ar: 'مفتاح النموذج', en: 'Form key' },
    isHidden: true,
    description: { ar: 'نموذج واحد، سجل واحد.', en: 'One form, one row.' },
  },
  {
    name: 'dedupeKey',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    label: { ar: 'بصمة المحتوى', en: 'Content hash' },
    isHidden: true,
    description: {
      ar: 'المحتوى نفسه خلال عشر دقائق سجل واحد.',
      en: 'The same content within ten minutes is one row.',
    },
  },
  {
    name: 'proof',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    label: { ar: 'إثبات العمل', en: 'Proof of work' },
    isHidden: true,
    description: { ar: 'لا يُستعمل الإثبات مرتين.', en: 'A proof is used once.' },
  },
])

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
    name: 'dueAt',
    type: 'date',
    label: { ar: 'موعد الإجابة', en: 'Due' },
    admin: { date: { pickerAppearance: 'dayAndTime' } },
    description: { ar: 'متى تستحق الإجابة؛ فارغ دون هدف.', en: 'When the answer is due; empty without a target.' },
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
])
