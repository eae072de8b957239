'use client'

import { useLocale } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'

/** Tells src/panel/ui/directions.css the content's language, from which it sets direction and names the language. */
export function ContentLanguage({ children }: { children: ReactNode }) {
  const { code } = useLocale()
  useEffect(() => {
    document.documentElement.dataset.contentLanguage = code
  }, [code])
  return children
}
