'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved'

/**
 * Keeps the text of one of our own forms until it is sent.
 * @param place such as `case:17`
 * @param value the current text; null when there is nothing to keep
 * @param onFound called once, with the text kept earlier
 */
export function useUnsaved<Value>(place: string, value: Value | null, onFound: (value: Value) => void): void {
  const { user } = useAuth()
  const account = user?.id ?? null
  const found = useRef(onFound)
  const lookedAt = useRef<string | null>(null)
  useEffect(() => {
    found.current = onFound
  })
  const written = value === null ? null : JSON.stringify(value)
  useEffect(() => {
    if (account === null) return
    if (lookedAt.current !== place) {
      lookedAt.current = place
      const unsaved = written === null ? readUnsaved<Value>(account, place) : null
      if (unsaved) {
        found.current(unsaved.value)
        return
      }
    }
    if (written === null) forgetUnsaved(account, place)
    else keepUnsaved(account, place, { value: JSON.parse(written) as Value, base: '' })
  }, [account, place, written])
}
