'use client'

import { type ReactNode, useEffect } from 'react'
import { cleanValue } from '@/platform/typed-text'

/**
 * Takes what nobody sees off an e-mail address as it is pasted: Payload's forms judge it in the
 * browser, and would call a right address wrong.
 */
function cleanPasted({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'email') return
  const clean = cleanValue(target.value)
  if (clean === target.value) return
  // Past React's own setter, so that React sees that the value has changed.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(target, clean)
}

/** Around the whole panel, the sign-in among it. */
export function TypedEmail({ children }: { children: ReactNode }) {
  useEffect(() => {
    // Before React hears of it, which listens further inside.
    document.addEventListener('input', cleanPasted, true)
    return () => document.removeEventListener('input', cleanPasted, true)
  }, [])
  return children
}
