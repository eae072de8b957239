'use client'

import { type ReactNode, useEffect } from 'react'
import { cleanValue } from '@/platform/typed-text'

/**
 * Removes invisible characters from a pasted e-mail address, which Payload's forms would otherwise reject in the
 * browser.
 */
function cleanPasted({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'email') return
  const clean = cleanValue(target.value)
  if (clean === target.value) return
  // Bypasses React's own setter, so that React notices the change.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(target, clean)
}

/** Around the whole panel, including sign-in. */
export function TypedEmail({ children }: { children: ReactNode }) {
  useEffect(() => {
    // In the capture phase, before React's listener.
    document.addEventListener('input', cleanPasted, true)
    return () => document.removeEventListener('input', cleanPasted, true)
  }, [])
  return children
}
