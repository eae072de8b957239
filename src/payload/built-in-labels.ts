import type { Field, SanitizedConfig } from 'payload'
import type { LocalizedText } from '../platform/localize'

/** Labels of Payload's own fields, and of their options. */
export const ownFieldNames: Readonly<Record<string, LocalizedText>> = {
  _status: { ar: 'الحالة', en: 'Status' },
  createdAt: { ar: 'أُنشئ في', en: 'Created' },
  updatedAt: { ar: 'آخر تعديل', en: 'Last changed' },
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  password: { ar: 'كلمة المرور', en: 'Password' },
  file: { ar: 'الملف', en: 'File' },
  filename: { ar: 'اسم الملف', en: 'Name of the file' },
  filesize: { ar: 'حجم الملف', en: 'Size of the file' },
  width: { ar: 'العرض', en: 'Width' },
  height: { ar: 'الارتفاع', en: 'Height' },
}
const values: Readonly<Record<string, LocalizedText>> = {
  draft: { ar: 'مسودة', en: 'Draft' },
  published: { ar: 'منشور', en: 'Published' },
}

function nameInBoth(field: Field): void {
  if (!('name' in field) || !('label' in field) || typeof field.label !== 'function') return
  field.label = ownFieldNames[field.name] ?? field.label
  if (field.type !== 'select') return
  for (const option of field.options) {
    if (typeof option === 'object' && typeof option.label === 'function') {
      option.label = values[option.value] ?? option.label
    }
  }
}

/**
 * Labels the fields that Payload adds after reading the configuration. Payload caches its own labels in the first
 * language requested, also for people who use the other.
 */
export function localizeBuiltInLabels({ collections, globals }: SanitizedConfig): void {
  for (const { fields } of [...collections, ...globals]) fields.forEach(nameInBoth)
}
