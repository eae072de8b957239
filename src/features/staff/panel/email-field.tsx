'use client'

import { EmailField, useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { EmailFieldClientComponent } from 'payload'

/** One's own address is changed under "Sign-in and security", where the present password is asked for. */
export const EmailOfAccount: EmailFieldClientComponent = (props) => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const isOwn = id !== undefined && id === user?.id
  return <EmailField {...props} readOnly={isOwn || props.readOnly} />
}
