'use client'

import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { tabOf } from './tab-of'

/** Leads to a field of the open document: opens its tab and puts the cursor there, in the language that lacks it. */
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
        if (tab !== null) document.querySelectorAll<HTMLElement>('.tabs-field__tab-button')[tab]?.click()
        // A tab draws its fields after the click that opens it.
        requestAnimationFrame(() => {
          const field = document.querySelector(`#${anchor}, [id^="${anchor}__"]`)
          field?.scrollIntoView({ block: 'center' })
          const control = field?.matches('input, textarea') ? field : field?.querySelector('input, textarea, button')
          if (control instanceof HTMLElement) control.focus({ preventScroll: true })
        })
      }}
    >
      {children}
    </a>
  )
}
