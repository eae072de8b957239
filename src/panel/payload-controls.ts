import type { LocalizedText } from '@/platform/localize'

/**
 * What the panel relies on in Payload's markup: its class names, and the names it gives in English. Payload may change
 * them in any release; tests/e2e/payload-controls.test.ts fails for every entry that no page has any more.
 */

/** Names for Payload's controls that show an icon only. The first matching selector counts. */
export const namesBySelector: readonly { selector: string; name: LocalizedText }[] = [
  {
    selector: '.clipboard-action__popup .popup-button',
    name: { ar: 'نسخ الصفوف ولصقها', en: 'Copy and paste rows' },
  },
  {
    selector: '.array-actions .popup-button',
    name: { ar: 'ما يُفعل بهذا الصف', en: 'What can be done with this row' },
  },
  { selector: '.popup-button', name: { ar: 'خيارات أخرى', en: 'More options' } },
  { selector: '.collapsible__drag', name: { ar: 'تغيير ترتيب الصف', en: 'Change the order of this row' } },
  { selector: '.select-row__checkbox input', name: { ar: 'تحديد هذا الصف', en: 'Select this row' } },
  { selector: '.file-details__remove', name: { ar: 'إزالة الملف', en: 'Remove the file' } },
  { selector: '.copy-to-clipboard', name: { ar: 'نسخ الرابط', en: 'Copy the address' } },
  { selector: '.toolbar-popup__button-bold', name: { ar: 'خط عريض', en: 'Bold' } },
  { selector: '.toolbar-popup__button-link', name: { ar: 'رابط', en: 'Link' } },
  {
    selector: '.compare-version .value-container input',
    name: { ar: 'النسخة التي يُقارن بها', en: 'Version to compare with' },
  },
  { selector: '.condition__field input', name: { ar: 'الحقل', en: 'Field' } },
  { selector: '.condition__operator input', name: { ar: 'المقارنة', en: 'Comparison' } },
  { selector: '.condition__value input', name: { ar: 'القيمة', en: 'Value' } },
  { selector: '.condition__actions-remove', name: { ar: 'إزالة هذا الشرط', en: 'Remove this condition' } },
  { selector: '.condition__actions-add', name: { ar: 'إضافة شرط', en: 'Add a condition' } },
]

/** Payload's title for it is an untranslated key. */
export const selectAll: { selector: string; title: LocalizedText } = {
  selector: '#select-all',
  title: { ar: 'تحديد كل الصفوف', en: 'Select all rows' },
}

/** Names that Payload and Lexical give in English, whatever the panel's language. */
export const namesInArabic: Readonly<Record<string, string>> = {
  'text dropdown': 'نوع النص',
  'Edit link': 'تعديل الرابط',
  'Remove link': 'إزالة الرابط',
  'Insert Paragraph': 'إضافة فقرة',
  Collapse: 'طيّ',
  Expand: 'إظهار',
}

/** A field with its label. */
export const field = '.field-type'
export const fieldLabel = '.field-label'

/** Controls inside a field without a label of their own; the field's label names them. */
export const namedByField: readonly string[] = [
  `${field} .rs__input`,
  `${field} .react-datepicker__input-container input`,
  `${field} [contenteditable="true"]`,
]

/** A control's hint, which is no name: it is shown while the pointer is over the control. */
export const tooltip = '.tooltip'

/** Elements that show language codes instead of names. */
export const languageCodes: readonly string[] = ['.field-diff__locale-label', '.view-version__toggle-locales-list']

export const languageNames: Readonly<Record<string, LocalizedText>> = {
  ar: { ar: 'العربية', en: 'Arabic' },
  en: { ar: 'الإنجليزية', en: 'English' },
}

/** Elements in which Payload joins words with a Latin comma. */
export const joinedWords: readonly string[] = ['[class*="cell-audiences"]', '[class*="cell-roles"]']

/** Its placeholder joins the names of fields with a Latin comma. */
export const listSearch = '.search-filter__input'

/** Icons that take the keyboard focus although they are hidden from screen readers. */
export const hiddenStops = '.rs__indicators > [aria-hidden="true"]'

/** The buttons of a document's tabs, in order. */
export const tabButtons = '.tabs-field__tab-button'

/** In a comparison, the side of the version that is shown. */
export const shownVersion = '.view-version__version-to'
