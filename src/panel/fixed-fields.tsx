'use client'

import { SelectField, TextField, useDocumentInfo } from '@payloadcms/ui'
import type { SelectFieldClientProps, TextFieldClientProps } from 'payload'

/** Fields that stay as they are stored (payload/keep-stored.ts), shown so before anybody tries. */

export function TextFixedOncePublished(props: TextFieldClientProps) {
  const { hasPublishedDoc } = useDocumentInfo()
  return <TextField {...props} readOnly={props.readOnly || hasPublishedDoc} />
}

export function SelectFixedOnceCreated(props: SelectFieldClientProps) {
  const { id } = useDocumentInfo()
  return <SelectField {...props} readOnly={props.readOnly || Boolean(id)} />
}
