import type { PersonalFields } from '@/shared/casework/domain/personal-fields'

/**
 * What an inquiry holds of a person, encrypted. From this table come the columns, their encryption,
 * the comparison of repeated submissions, the case page and the erasure.
 */
export const personalFields = {
  subject: {
    context: 'inquiry.subject',
    isRequired: true,
    label: { ar: 'الموضوع', en: 'Subject' },
    description: { ar: 'محفوظ مشفرًا.', en: 'Stored encrypted.' },
  },
  message: {
    context: 'inquiry.message',
    isRequired: true,
    label: { ar: 'نص الطلب', en: 'Message' },
    description: { ar: 'محفوظ مشفرًا، كما كتبه المرسل.', en: 'Stored encrypted, as the sender wrote it.' },
  },
  name: {
    context: 'inquiry.name',
    isRequired: false,
    label: { ar: 'الاسم', en: 'Name' },
    description: { ar: 'محفوظ مشفرًا؛ فارغ لمن لم يذكره.', en: 'Stored encrypted; empty when not given.' },
  },
  phone: {
    context: 'inquiry.phone',
    isRequired: false,
    label: { ar: 'الجوال', en: 'Mobile' },
    description: { ar: 'محفوظ مشفرًا بالصيغة الدولية.', en: 'Stored encrypted, in E.164.' },
  },
  email: {
    context: 'inquiry.email',
    isRequired: false,
    label: { ar: 'البريد الإلكتروني', en: 'E-mail' },
    description: { ar: 'محفوظ مشفرًا.', en: 'Stored encrypted.' },
  },
} as const satisfies PersonalFields
