'use client'

import { useLocale } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'

/** Tells src/panel/ui/directions.css in which language the form's words are written: it sets their direction, and names the language. */
export function ContentLanguage({ children }: { children: ReactNode }) {
  const { code } = useLocale()
  useEffect(() => {
    document.documentElement.dataset.contentLanguage = code
  }, [code])
  return children
}
