import type { Field } from 'payload'

/**
 * What a row needs so that a job sends one mail for it: found by state and time, claimed by
 * pushing the time forward, marked when sent. See docs/adr/0004.
 */
export const mailFields: Field[] = [
  {
    name: 'mailState',
    type: 'select',
    required: true,
    defaultValue: 'none',
    options: [
      { value: 'none', label: { ar: 'لا بريد', en: 'No mail' } },
      { value: 'due', label: { ar: 'ينتظر الإرسال', en: 'To be sent' } },
      { value: 'sent', label: { ar: 'أُرسل', en: 'Sent' } },
      { value: 'failed', label: { ar: 'تعذر إرساله', en: 'Could not be sent' } },
      { value: 'refused', label: { ar: 'رُفض', en: 'Refused' } },
    ],
    label: { ar: 'حالة البريد', en: 'Mail' },
    admin: {
      readOnly: true,
      description: { ar: 'هل أُرسل البريد المرتبط بهذا السجل.', en: 'Whether the mail about this record was sent.' },
    },
  },
  {
    name: 'mailNextAt',
    type: 'date',
    label: { ar: 'المحاولة القادمة', en: 'Next attempt' },
    admin: {
      readOnly: true,
      description: { ar: 'لا يُرسل البريد قبل هذا الوقت.', en: 'The mail is not sent before this time.' },
    },
  },
  {
    name: 'mailAttempts',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: { ar: 'المحاولات', en: 'Attempts' },
    admin: {
      readOnly: true,
      description: { ar: 'كم مرة حاولنا إرسال البريد.', en: 'How often sending the mail was tried.' },
    },
  },
  {
    name: 'mailSentAt',
    type: 'date',
    label: { ar: 'وقت إرسال البريد', en: 'Mail sent at' },
    admin: {
      readOnly: true,
      description: { ar: 'متى قبل خادم البريد الرسالة.', en: 'When the mail server accepted the message.' },
    },
  },
]
