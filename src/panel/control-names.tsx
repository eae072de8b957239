'use client'

import { useTranslation } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'
import {
  hiddenStops,
  joinedWords,
  languageCodes,
  languageNames,
  namedByField,
  namesBySelector,
  namesInArabic,
  selectAll,
} from './names-of-controls'
import { panelLocale } from './panel-locale'
import './payload-screens.css'

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

/** Changes words in place: React keeps the nodes they stand in. */
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

/** Gives names to the controls of Payload's panel that have none, as they appear. */
export function ControlNames({ children }: { children: ReactNode }) {
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
