import type { CollectionConfig } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { readOnlyFields } from '@/payload/read-only-fields'
import { languageField, recordSettings, uniqueKey } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { refuseDelete, refuseUpdate } from '@/payload/written-once'
import { nobody } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { mailFields } from '@/shared/messages/mail-fields'
import { appointmentMails, appointmentStates } from '../domain/appointment'
import { encryptionContexts } from '../domain/encryption-contexts'
import { limits } from '../schema'
import { appointmentMailLabels, appointmentStateLabels } from './labels'

const sealed = { ar: 'محفوظ مشفرًا.', en: 'Stored encrypted.' }

/**
 * One row for each appointment, whatever becomes of it. `takenKey` is the time's id while it is booked and the
 * row's own otherwise: the database lets one row hold a time (docs/adr/0030). Written by use cases alone, each in
 * one statement.
 */
export const Appointments: CollectionConfig = {
  slug: 'appointments',
  labels: { singular: { ar: 'موعد', en: 'Appointment' }, plural: { ar: 'المواعيد', en: 'Appointments' } },
  access: { ...plainAccess(plainRights.appointments), admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  hooks: { beforeChange: [refuseUpdate], beforeDelete: [refuseDelete] },
  indexes: [
    { fields: ['mailState', 'mailNextAt'] },
    { fields: ['contactHash', 'startsAt'] },
    { fields: ['department', 'startsAt'] },
    { fields: ['erasedAt', 'startsAt'] },
    { fields: ['reminderAt', 'startsAt'] },
  ],
  fields: readOnlyFields([
    {
      name: 'time',
      type: 'relationship',
      relationTo: 'appointment-times',
      required: true,
      index: true,
      label: { ar: 'الوقت', en: 'Time' },
      description: { ar: 'الوقت المحجوز.', en: 'The time that is booked.' },
    },
    uniqueKey({
      name: 'takenKey',
      label: { ar: 'مفتاح الحجز', en: 'Booking key' },
      description: { ar: 'لكل وقت حجز واحد.', en: 'One booking for each time.' },
    }),
    {
      name: 'startsAt',
      type: 'date',
      required: true,
      index: true,
      label: { ar: 'يبدأ', en: 'Begins' },
      description: { ar: 'كما وُعد به.', en: 'As it was promised.' },
    },
    {
      name: 'minutes',
      type: 'number',
      required: true,
      label: { ar: 'المدة', en: 'Length' },
      description: { ar: 'بالدقائق.', en: 'In minutes.' },
    },
    {
      name: 'placeAr',
      type: 'text',
      required: true,
      maxLength: limits.place,
      label: { ar: 'المكان بالعربية', en: 'Place in Arabic' },
      description: { ar: 'كما وُعد به.', en: 'As it was promised.' },
    },
    {
      name: 'placeEn',
      type: 'text',
      required: true,
      maxLength: limits.place,
      label: { ar: 'المكان بالإنجليزية', en: 'Place in English' },
      description: { ar: 'كما وُعد به.', en: 'As it was promised.' },
    },
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      label: { ar: 'القسم', en: 'Department' },
      description: { ar: 'من يستقبل.', en: 'Who receives the person.' },
    },
    {
      name: 'inquiry',
      type: 'relationship',
      relationTo: 'inquiries',
      index: true,
      label: { ar: 'الاستفسار', en: 'Inquiry' },
      description: { ar: 'إن حُجز من صفحة متابعته.', en: 'Where it was booked from its tracking page.' },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: appointmentStates.map((value) => ({ value, label: appointmentStateLabels[value] })),
      label: { ar: 'الحالة', en: 'State' },
      description: { ar: 'ما صار إليه الموعد.', en: 'What became of it.' },
    },
    {
      name: 'seq',
      type: 'number',
      required: true,
      label: { ar: 'عدد التغييرات', en: 'Changes' },
      description: { ar: 'يزيد مع كل تغيير.', en: 'Rises with every change.' },
    },
    encryptedField({
      name: 'name',
      purpose: encryptionContexts.name,
      label: { ar: 'الاسم', en: 'Name' },
      description: sealed,
    }),
    encryptedField({
      name: 'phone',
      purpose: encryptionContexts.phone,
      label: { ar: 'الجوال', en: 'Mobile' },
      description: sealed,
    }),
    encryptedField({
      name: 'email',
      purpose: encryptionContexts.email,
      label: { ar: 'البريد الإلكتروني', en: 'E-mail' },
      description: sealed,
    }),
    encryptedField({
      name: 'about',
      purpose: encryptionContexts.about,
      label: { ar: 'سبب الموعد', en: 'What it is about' },
      description: sealed,
    }),
    encryptedField({
      name: 'reason',
      purpose: encryptionContexts.reason,
      label: { ar: 'سبب الإلغاء', en: 'Why it was cancelled' },
      description: sealed,
    }),
    {
      name: 'cancelledBy',
      type: 'select',
      options: [
        { value: 'person', label: { ar: 'صاحب الموعد', en: 'The person' } },
        { value: 'staff', label: { ar: 'الجمعية', en: 'The association' } },
      ],
      label: { ar: 'ألغاه', en: 'Cancelled by' },
      description: { ar: 'فارغ إن لم يُلغَ.', en: 'Empty unless it was cancelled.' },
    },
    {
      name: 'contactHash',
      type: 'text',
      required: true,
      label: { ar: 'بصمة جهة الاتصال', en: 'Hash of the contact' },
      isHidden: true,
      description: { ar: 'بصمة بمفتاح، لعدّ مواعيدها القادمة.', en: 'A keyed hash, to count its appointments to come.' },
    },
    languageField({
      name: 'locale',
      label: { ar: 'اللغة', en: 'Language' },
      description: { ar: 'اللغة التي نراسل بها.', en: 'The language we write in.' },
    }),
    {
      name: 'consentVersion',
      type: 'text',
      required: true,
      maxLength: 40,
      label: { ar: 'إصدار إشعار الخصوصية', en: 'Privacy notice' },
      description: { ar: 'الإصدار الذي عُرض.', en: 'The version that was shown.' },
    },
    {
      name: 'bookedAt',
      type: 'date',
      required: true,
      label: { ar: 'وقت الحجز', en: 'Booked' },
      description: { ar: 'ومعه الموافقة.', en: 'With the consent.' },
    },
    uniqueKey({
      name: 'submissionKey',
      label: { ar: 'مفتاح النموذج', en: 'Form key' },
      description: { ar: 'النموذج نفسه لا يُحفظ مرتين.', en: 'The same form is not stored twice.' },
    }),
    {
      name: 'contentHash',
      type: 'text',
      required: true,
      label: { ar: 'بصمة المحتوى', en: 'Hash of the content' },
      isHidden: true,
      description: { ar: 'بصمة بمفتاح لما أُرسل.', en: 'A keyed hash of what was sent.' },
    },
    uniqueKey({
      name: 'proof',
      label: { ar: 'إثبات العمل', en: 'Proof of work' },
      description: { ar: 'يُستعمل مرة واحدة.', en: 'Used once.' },
    }),
    {
      name: 'reminderAt',
      type: 'date',
      label: { ar: 'وقت التذكير', en: 'Reminder' },
      description: { ar: 'فارغ إذا أُرسل أو لم يلزم.', en: 'Empty once it was sent, or where none is needed.' },
    },
    {
      name: 'mailKind',
      type: 'select',
      required: true,
      options: appointmentMails.map((value) => ({ value, label: appointmentMailLabels[value] })),
      label: { ar: 'نوع البريد', en: 'Kind of mail' },
      description: { ar: 'ما يقوله آخر بريد.', en: 'What the latest mail says.' },
    },
    {
      name: 'erasedAt',
      type: 'date',
      label: { ar: 'وقت الحذف', en: 'Erased' },
      description: { ar: 'متى حُذف ما يدل على صاحبه.', en: 'When what tells of the person was erased.' },
    },
    ...mailFields,
  ]),
}
