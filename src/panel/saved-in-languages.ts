'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

type Saved = Record<string, unknown>

/**
 * The open document in both languages as last saved, read again after every save.
 * @returns null until it has been read, and for a document that has not been saved yet
 */
export function useSavedInLanguages(): { ar: Saved; en: Saved } | null {
  const { id, collectionSlug, globalSlug, data } = useDocumentInfo()
  const [saved, setSaved] = useState<{ ar: Saved; en: Saved } | null>(null)
  const path = globalSlug ? `/api/globals/${globalSlug}` : id ? `/api/${collectionSlug}/${id}` : null
  const savedAt = data?.updatedAt
  // biome-ignore lint/correctness/useExhaustiveDependencies: another time of saving means other words
  useEffect(() => {
    if (!path) return
    const stop = new AbortController()
    const read = async (locale: string): Promise<Saved> => {
      const query = `locale=${locale}&fallback-locale=none&depth=0&draft=true`
      const response = await fetch(`${path}?${query}`, { credentials: 'include', signal: stop.signal })
      if (!response.ok) throw new Error(`${response.status}`)
      return response.json()
    }
    Promise.all([read('ar'), read('en')])
      .then(([ar, en]) => setSaved({ ar, en }))
      // Signed out or offline: what was read last stays.
      .catch(() => undefined)
    return () => stop.abort()
  }, [path, savedAt])
  return saved
}
