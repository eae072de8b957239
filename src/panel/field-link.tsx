'use client'

import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { tabButtons } from './payload-controls'
import { tabOf } from './tab-of'

const WAIT_MS = 3000

/**
 * Focuses a field once it can be typed into: a tab renders its fields after the click that opens it, and
 * while a save is under way they are disabled.
 */
function focusWhenReady(selector: string): void {
  const deadline = performance.now() + WAIT_MS
  const look = () => {
    const field = document.querySelector(selector)
    const control = field?.matches('input, textarea') ? field : field?.querySelector('input, textarea, button')
    if (control instanceof HTMLElement && !control.matches(':disabled')) {
      field?.scrollIntoView({ block: 'center' })
      control.focus({ preventScroll: true })
    } else if (performance.now() < deadline) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** A link to a field of the open document: opens its tab and focuses it, in the language where it is missing. */
export function FieldLink({ path, locale, children }: { path: string; locale?: 'ar' | 'en'; children: ReactNode }) {
  const { code } = useLocale()
  const { collectionSlug, globalSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const anchor = `field-${path.replaceAll('.', '__')}`
  const isHere = !locale || locale === code
  return (
    <a
      href={isHere ? `#${anchor}` : `?locale=${locale}#${anchor}`}
      onClick={(event) => {
        if (!isHere) return
        event.preventDefault()
        const config = collectionSlug
          ? getEntityConfig({ collectionSlug })
          : getEntityConfig({ globalSlug: globalSlug ?? '' })
        const tab = config ? tabOf(config.fields, path) : null
        if (tab !== null) document.querySelectorAll<HTMLElement>(tabButtons)[tab]?.click()
        focusWhenReady(`#${anchor}, [id^="${anchor}__"]`)
      }}
    >
      {children}
    </a>
  )
}
