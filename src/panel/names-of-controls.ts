import type { LocalizedText } from '@/platform/cms/say'

/** Controls of Payload's panel that consist of a sign alone, and what they do; the first that fits counts. */
export const namesBySelector: readonly { selector: string; name: LocalizedText }[] = [
  {
    selector: '.clipboard-action__popup .popup-button',
    name: { ar: 'نسخ الصفوف ولصقها', en: 'Copy and paste rows' },
  },
  {
    selector: '.array-actions .popup-button',
    name: { ar: 'ما يُفعل بهذا الصف', en: 'What can be done with this row' },
  },
  { selector: '.btn--popup .popup-button', name: { ar: 'طرق أخرى للحفظ', en: 'Other ways to save' } },
  { selector: '.btn--popup-disabled .popup-button', name: { ar: 'طرق أخرى للحفظ', en: 'Other ways to save' } },
  { selector: '.popup-button', name: { ar: 'خيارات أخرى', en: 'More options' } },
  { selector: '.collapsible__drag', name: { ar: 'تغيير ترتيب الصف', en: 'Change the order of this row' } },
  { selector: '.select-row__checkbox input', name: { ar: 'تحديد هذا الصف', en: 'Select this row' } },
  { selector: '.file-details__remove', name: { ar: 'إزالة الملف', en: 'Remove the file' } },
  { selector: '.copy-to-clipboard', name: { ar: 'نسخ الرابط', en: 'Copy the address' } },
  { selector: '.toolbar-popup__button-bold', name: { ar: 'خط عريض', en: 'Bold' } },
  { selector: '.toolbar-popup__button-link', name: { ar: 'رابط', en: 'Link' } },
  { selector: '.value-container input', name: { ar: 'النسخة التي يُقارن بها', en: 'Version to compare with' } },
]

/** Its title is the name of a variable. */
export const selectAll: LocalizedText = { ar: 'تحديد كل الصفوف', en: 'Select all rows' }

/** Names that Payload and Lexical give in English whatever the panel speaks. */
export const namesInArabic: Readonly<Record<string, string>> = {
  'text dropdown': 'نوع النص',
  'Edit link': 'تعديل الرابط',
  'Remove link': 'إزالة الرابط',
  'Insert Paragraph': 'إضافة فقرة',
  Collapse: 'طيّ',
  Expand: 'إظهار',
}

/** Controls inside a field that no label points to; the field's own label names them. */
export const namedByField = [
  '.field-type .rs__input',
  '.field-type .react-datepicker__input-container input',
  '.field-type [contenteditable="true"]',
].join()

/** Codes of languages that stand for their names, one or several. */
export const languageCodes = '.field-diff__locale-label, .view-version__toggle-locales-list'
export const languageNames: Readonly<Record<string, LocalizedText>> = {
  ar: { ar: 'العربية', en: 'Arabic' },
  en: { ar: 'الإنجليزية', en: 'English' },
}

/** Where Payload joins words with a Latin comma. */
export const joinedWords = '[class*="cell-audiences"], [class*="cell-roles"]'

/** Signs that the keyboard stops at though they are hidden from whoever can't see them. */
export const hiddenStops = '.rs__indicators > [aria-hidden="true"]'
