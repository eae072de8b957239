import type { CollectionConfig } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { readOnlyFields } from '@/payload/read-only-fields'
import { recordSettings, uniqueKey } from '@/payload/record-fields'
import { refuseUpdate } from '@/payload/written-once'
import { nobody, staff } from '@/platform/access'
import { attachmentTypes } from '../domain/attachment'
import { encryptionContexts } from '../domain/encryption-contexts'
import { custom, type FileOwner } from '../owners'

/**
 * What is known about a private file. Its bytes are encrypted under DATA_DIR/attachments by a random
 * name and leave only through the guarded download route: this is no upload collection.
 */
export const attachments = (owners: readonly FileOwner[]): CollectionConfig => ({
  slug: 'attachments',
  labels: { singular: { ar: 'مرفق', en: 'Attachment' }, plural: { ar: 'المرفقات', en: 'Attachments' } },
  access: {
    admin: staff,
    create: nobody,
    delete: nobody,
    // A file is read through its case (see the download route): a list would name those of restricted cases.
    read: nobody,
    readVersions: nobody,
    update: nobody,
  },
  admin: { hidden: true, useAsTitle: 'storageKey' },
  custom: custom(owners),
  ...recordSettings,
  hooks: { beforeChange: [refuseUpdate] },
  indexes: [{ fields: ['isOwned', 'storedAt'] }],
  fields: readOnlyFields([
    {
      name: 'submissionKey',
      type: 'text',
      required: true,
      index: true,
      label: { ar: 'مفتاح النموذج', en: 'Form key' },
      description: { ar: 'الطلب أو الرد الذي أُرفق به.', en: 'The submission or reply it came with.' },
    },
    uniqueKey({
      name: 'contentKey',
      label: { ar: 'مفتاح المحتوى', en: 'Content key' },
      description: { ar: 'الملف نفسه لا يُحفظ مرتين.', en: 'The same file is not stored twice.' },
    }),
    {
      // One of three for each form: the database refuses the fourth, however many are sent at once.
      name: 'slotKey',
      type: 'text',
      unique: true,
      index: true,
      label: { ar: 'موضع الملف في النموذج', en: 'Place in its form' },
      isHidden: true,
      description: { ar: 'ثلاثة مواضع لكل نموذج.', en: 'There are three for each form.' },
    },
    encryptedField({
      name: 'originalName',
      purpose: encryptionContexts.name,
      isRequired: true,
      label: { ar: 'اسم الملف', en: 'File name' },
      description: { ar: 'محفوظ مشفرًا.', en: 'Stored encrypted.' },
    }),
    {
      name: 'mimeType',
      type: 'select',
      required: true,
      options: [...attachmentTypes],
      label: { ar: 'نوع الملف', en: 'Type' },
      description: { ar: 'عُرف من محتواه.', en: 'Found from its content.' },
    },
    {
      name: 'size',
      type: 'number',
      required: true,
      label: { ar: 'الحجم', en: 'Size' },
      description: { ar: 'بالبايت.', en: 'In bytes.' },
    },
    {
      name: 'fingerprint',
      type: 'text',
      required: true,
      label: { ar: 'بصمة الملف', en: 'Fingerprint' },
      description: { ar: 'بصمة المحتوى بمفتاح.', en: 'A keyed hash of the content.' },
    },
    {
      name: 'storageKey',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { ar: 'مفتاح التخزين', en: 'Storage key' },
      description: { ar: 'اسم عشوائي على القرص.', en: 'A random name on the disk.' },
    },
    {
      name: 'storedAt',
      type: 'date',
      required: true,
      label: { ar: 'وقت الحفظ', en: 'Stored' },
      description: { ar: 'متى وصل الملف.', en: 'When the file arrived.' },
    },
    {
      name: 'isOwned',
      type: 'checkbox',
      required: true,
      defaultValue: false,
      label: { ar: 'مرتبط بطلب', en: 'Has an owner' },
      description: { ar: 'ما لا صاحب له يُحذف بعد ساعة.', en: 'What has no owner is deleted after an hour.' },
    },
  ]),
})
