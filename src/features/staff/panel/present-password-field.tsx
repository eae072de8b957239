'use client'

import { PasswordField } from './entrance-fields'

/** The present password, asked for beside a change; a name of its own, because a page has several. */
export function PresentPasswordField(props: { name: string; label: string; error: string | null }) {
  return <PasswordField {...props} autoComplete="current-password" />
}
