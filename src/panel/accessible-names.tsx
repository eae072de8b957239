'use client'

import { useTranslation } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'
import { panelLocale } from './panel-locale'
import {
  field,
  fieldLabel,
  hiddenStops,
  joinedWords,
  languageCodes,
  languageNames,
  listSearch,
  namedByField,
  namesBySelector,
  namesInArabic,
  selectAll,
  tooltip,
} from './payload-controls'
import './payload-screens.css'

/** The text of a control without its hints; Payload renders each hint twice, once to measure it. */
function textOf(control: Element): string {
  const hints = [...control.querySelectorAll(tooltip)].map(({ textContent }) => textContent)
  return (control.textContent ?? '').replace(hints.join(''), '').trim()
}

const isNamed = (control: Element): boolean =>
  ['aria-label', 'aria-labelledby', 'title'].some((name) => Boolean(control.getAttribute(name)?.trim())) ||
  textOf(control) !== '' ||
  (control instanceof HTMLInputElement && Boolean(control.labels?.length))

let labels = 0

/** The label above a control, with an id to point to. */
function labelOf(control: Element): Element | null {
  const label = control.closest(field)?.querySelector(fieldLabel)
  if (label && !label.id) {
    labels += 1
    label.id = `named-field-${labels}`
  }
  return label ?? null
}

const comma = { ar: '، ', en: ', ' }

/** Changes text nodes in place, so that React keeps its nodes. */
function rewrite(selectors: readonly string[], change: (text: string) => string): void {
  for (const element of document.querySelectorAll(selectors.join())) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      const text = currentNode.nodeValue ?? ''
      if (change(text) !== text) currentNode.nodeValue = change(text)
    }
  }
}

function nameControls(locale: 'ar' | 'en'): void {
  for (const control of document.querySelectorAll(namedByField.join())) {
    const label = control.hasAttribute('aria-labelledby') ? null : labelOf(control)
    if (label) control.setAttribute('aria-labelledby', label.id)
  }
  for (const { selector, name } of namesBySelector) {
    for (const control of document.querySelectorAll(selector)) {
      if (!isNamed(control)) control.setAttribute('aria-label', name[locale])
    }
  }
  for (const all of document.querySelectorAll(selectAll.selector)) all.setAttribute('title', selectAll.title[locale])
  rewrite(languageCodes, (text) =>
    text.replace(/\b(ar|en)\b/g, (code) => languageNames[code]?.[locale] ?? code).replace(', ', comma[locale]),
  )
  if (locale === 'ar') {
    rewrite(joinedWords, (text) => text.replaceAll(', ', comma.ar))
    for (const search of document.querySelectorAll<HTMLInputElement>(listSearch)) {
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
    // Payload renames a control that it keeps when what the control does changes.
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-label'] })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [locale])
  return children
}
