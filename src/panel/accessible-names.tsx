'use client'

import { useTranslation } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'
import type { LocalizedText } from '@/platform/localize'
import { panelLocale } from './panel-locale'
import './payload-screens.css'

/** Names for Payload's controls that show an icon only. The first matching selector counts. */
const namesBySelector: readonly { selector: string; name: LocalizedText }[] = [
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

/** Payload's title for it is an untranslated key. */
const selectAll: LocalizedText = { ar: 'تحديد كل الصفوف', en: 'Select all rows' }

/** Names that Payload and Lexical give in English, whatever the panel's language. */
const namesInArabic: Readonly<Record<string, string>> = {
  'text dropdown': 'نوع النص',
  'Edit link': 'تعديل الرابط',
  'Remove link': 'إزالة الرابط',
  'Insert Paragraph': 'إضافة فقرة',
  Collapse: 'طيّ',
  Expand: 'إظهار',
}

/** Controls inside a field without a label of their own; the field's label names them. */
const namedByField = [
  '.field-type .rs__input',
  '.field-type .react-datepicker__input-container input',
  '.field-type [contenteditable="true"]',
].join()

/** Elements that show language codes instead of names. */
const languageCodes = '.field-diff__locale-label, .view-version__toggle-locales-list'
const languageNames: Readonly<Record<string, LocalizedText>> = {
  ar: { ar: 'العربية', en: 'Arabic' },
  en: { ar: 'الإنجليزية', en: 'English' },
}

/** Elements in which Payload joins words with a Latin comma. */
const joinedWords = '[class*="cell-audiences"], [class*="cell-roles"]'

/** Icons that take the keyboard focus although they are hidden from screen readers. */
const hiddenStops = '.rs__indicators > [aria-hidden="true"]'

const isNamed = (control: Element): boolean =>
  ['aria-label', 'aria-labelledby', 'title'].some((name) => Boolean(control.getAttribute(name)?.trim())) ||
  control.textContent?.trim() !== (control.querySelector('.tooltip')?.textContent?.trim() ?? '') ||
  (control instanceof HTMLInputElement && Boolean(control.labels?.length))

let labels = 0

/** The label above a control, with an id to point to. */
function labelOf(control: Element): Element | null {
  const label = control.closest('.field-type')?.querySelector('.field-label')
  if (label && !label.id) {
    labels += 1
    label.id = `named-field-${labels}`
  }
  return label ?? null
}

const comma = { ar: '، ', en: ', ' }

/** Changes text nodes in place, so that React keeps its nodes. */
function rewrite(selector: string, change: (text: string) => string): void {
  for (const element of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      const text = currentNode.nodeValue ?? ''
      if (change(text) !== text) currentNode.nodeValue = change(text)
    }
  }
}

function nameControls(locale: 'ar' | 'en'): void {
  for (const control of document.querySelectorAll(namedByField)) {
    const label = control.hasAttribute('aria-labelledby') ? null : labelOf(control)
    if (label) control.setAttribute('aria-labelledby', label.id)
  }
  for (const { selector, name } of namesBySelector) {
    for (const control of document.querySelectorAll(selector)) {
      if (!isNamed(control)) control.setAttribute('aria-label', name[locale])
    }
  }
  for (const all of document.querySelectorAll('#select-all')) all.setAttribute('title', selectAll[locale])
  rewrite(languageCodes, (text) =>
    text.replace(/\b(ar|en)\b/g, (code) => languageNames[code]?.[locale] ?? code).replace(', ', comma[locale]),
  )
  if (locale === 'ar') {
    rewrite(joinedWords, (text) => text.replaceAll(', ', comma.ar))
    for (const search of document.querySelectorAll<HTMLInputElement>('.search-filter__input')) {
      search.placeholder = search.placeholder.replaceAll(', ', comma.ar)
    }
    for (const [english, arabic] of Object.entries(namesInArabic)) {
      for (const control of document.querySelectorAll(`[aria-label="${english}"]`)) {
        control.setAttribute('aria-label', arabic)
      }
    }
  }
  for (const stop of document.querySelectorAll(hiddenStops)) stop.setAttribute('tabindex', '-1')
}

/** Names the controls of Payload's panel that have no accessible name, as they appear. */
export function AccessibleNames({ children }: { children: ReactNode }) {
  const locale = panelLocale(useTranslation().i18n)
  useEffect(() => {
    let frame = 0
    const name = () => {
      frame = 0
      nameControls(locale)
    }
    const soon = () => {
      frame ||= requestAnimationFrame(name)
    }
    soon()
    const observer = new MutationObserver(soon)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [locale])
  return children
}
