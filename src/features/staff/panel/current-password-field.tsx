'use client'

import { PasswordField } from './form-fields'

/** The current password, required for a change. A page has several, so each has its own name. */
export function CurrentPasswordField(props: { name: string; label: string; error: string | null }) {
  return <PasswordField {...props} autoComplete="current-password" />
}
