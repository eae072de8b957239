import type { CollectionConfig } from 'payload'
import { readOnlyFields } from '@/payload/read-only-fields'
import { recordSettings } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { administratorsAndAuditors } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { type SecurityEventType, securityEventTypes } from '@/shared/audit/security-log'

const labels: Record<SecurityEventType, { ar: string; en: string }> = {
  'signed-in': { ar: 'دخول', en: 'Signed in' },
  'sign-in-failed': { ar: 'محاولة دخول بكلمة مرور خاطئة', en: 'Sign-in with a wrong password' },
  'code-failed': { ar: 'رمز تحقق خاطئ', en: 'Wrong second-factor code' },
  'recovery-code-used': { ar: 'دخول برمز احتياطي', en: 'Signed in with a recovery code' },
  'sessions-ended': { ar: 'إنهاء جلسات', en: 'Sessions ended' },
  'password-set': { ar: 'تعيين كلمة المرور', en: 'Password set' },
  'email-changed': { ar: 'تغيير البريد الإلكتروني', en: 'E-mail changed' },
  'second-factor-enrolled': { ar: 'تفعيل التحقق بخطوتين', en: 'Second factor turned on' },
  'second-factor-removed': { ar: 'إيقاف التحقق بخطوتين', en: 'Second factor turned off' },
  'second-factor-reset': { ar: 'إعادة ضبط التحقق بخطوتين من الإدارة', en: 'Second factor reset by an administrator' },
  'recovery-codes-made': { ar: 'رموز احتياطية جديدة', en: 'New recovery codes' },
  'account-created': { ar: 'إنشاء حساب', en: 'Account created' },
  'account-invited': { ar: 'دعوة', en: 'Invited' },
  'account-deleted': { ar: 'حذف حساب', en: 'Account deleted' },
  'roles-changed': { ar: 'تغيير الصلاحيات', en: 'Roles changed' },
  'settings-changed': { ar: 'تغيير إعدادات الدخول', en: 'Sign-in settings changed' },
  'cases-exported': { ar: 'تصدير استفسارات', en: 'Inquiries exported' },
  'restricted-case-opened': { ar: 'الاطلاع على حالة مقيَّدة', en: 'Restricted case opened' },
  'restricted-file-opened': { ar: 'تنزيل مرفق من حالة مقيَّدة', en: 'File of a restricted case opened' },
}

const readOnly = true

/**
 * What happened to accounts: append-only, read by administrators and auditors, erased after two years.
 * Accounts are named by their ids, so that nothing personal is kept of somebody who left.
 */
export const SecurityEvents: CollectionConfig = {
  slug: 'security-events',
  labels: {
    singular: { ar: 'حدث أمني', en: 'Security event' },
    plural: { ar: 'سجل الدخول والحسابات', en: 'Sign-in and account log' },
  },
  access: { ...plainAccess(plainRights['security-events']), admin: administratorsAndAuditors },
  admin: {
    useAsTitle: 'type',
    defaultColumns: ['at', 'type', 'account', 'actor', 'reason', 'network'],
    group: { ar: 'الجمعية', en: 'Association' },
    description: {
      ar: 'من دخل ومن تغيّرت صلاحيته أو طريقة دخوله. يُحفظ سنتين ولا يُعدَّل.',
      en: 'Who signed in, and whose rights or way of signing in changed. Kept for two years, never changed.',
    },
  },
  defaultSort: '-at',
  disableDuplicate: true,
  ...recordSettings,
  indexes: [{ fields: ['account', 'at'] }],
  fields: readOnlyFields([
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { ar: 'الوقت', en: 'When' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
      description: { ar: 'لحظة الحدث.', en: 'The moment it happened.' },
    },
    {
      name: 'type',
      type: 'select',
      required: true,
      index: true,
      options: securityEventTypes.map((value) => ({ value, label: labels[value] })),
      label: { ar: 'الحدث', en: 'What' },
      description: { ar: 'ما الذي حدث.', en: 'What happened.' },
    },
    {
      name: 'account',
      type: 'text',
      maxLength: 100,
      label: { ar: 'الحساب', en: 'Account' },
      admin: {
        readOnly,
        components: { Cell: '/src/features/staff/panel/account-cell#AccountCell' },
        description: {
          ar: 'معرّف الحساب. فارغ إن لم يكن للبريد المكتوب حساب.',
          en: 'Id of the account. Empty when the typed address has none.',
        },
      },
    },
    {
      name: 'actor',
      type: 'text',
      maxLength: 100,
      label: { ar: 'بفعل', en: 'By' },
      admin: {
        readOnly,
        components: { Cell: '/src/features/staff/panel/account-cell#AccountCell' },
        description: {
          ar: 'معرّف من فعل ذلك، إن كان غيره.',
          en: 'Id of the person who did it, if it was someone else.',
        },
      },
    },
    {
      name: 'reason',
      type: 'textarea',
      maxLength: 500,
      label: { ar: 'السبب', en: 'Reason' },
      description: { ar: 'كما كُتب عند الفعل.', en: 'As it was written at the time.' },
    },
    {
      name: 'detail',
      type: 'text',
      maxLength: 300,
      label: { ar: 'التفصيل', en: 'Detail' },
      description: { ar: 'ما كان وما صار، بلا أسماء.', en: 'What was and what is, without names.' },
    },
    {
      name: 'device',
      type: 'text',
      maxLength: 80,
      label: { ar: 'الجهاز', en: 'Device' },
      description: { ar: 'المتصفح والنظام.', en: 'Browser and system.' },
    },
    {
      name: 'network',
      type: 'text',
      maxLength: 60,
      label: { ar: 'الشبكة', en: 'Network' },
      description: { ar: 'جزء من العنوان، لا العنوان كله.', en: 'Part of the address, never the whole.' },
    },
  ]),
}
