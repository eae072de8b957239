'use client'

import { SelectField, TextField, useDocumentInfo } from '@payloadcms/ui'
import type { SelectFieldClientProps, TextFieldClientProps } from 'payload'

/** Read-only display of fields that payload/keep-stored.ts keeps from changing. */

export function TextFixedOncePublished(props: TextFieldClientProps) {
  const { hasPublishedDoc } = useDocumentInfo()
  return <TextField {...props} readOnly={props.readOnly || hasPublishedDoc} />
}

export function SelectFixedOnceCreated(props: SelectFieldClientProps) {
  const { id } = useDocumentInfo()
  return <SelectField {...props} readOnly={props.readOnly || Boolean(id)} />
}
