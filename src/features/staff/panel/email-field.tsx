'use client'

import { EmailField, useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { EmailFieldClientComponent } from 'payload'

/** Read-only for one's own account: that address is changed under "Sign-in and security", which asks for the password. */
export const EmailOfAccount: EmailFieldClientComponent = (props) => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const isOwn = id !== undefined && id === user?.id
  return <EmailField {...props} readOnly={isOwn || props.readOnly} />
}
