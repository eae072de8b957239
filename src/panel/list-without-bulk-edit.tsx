'use client'

import { DefaultListView } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'

/** A list without bulk editing, because editions are approved one by one. */
export function ListWithoutBulkEdit(props: ListViewClientProps) {
  return <DefaultListView {...props} disableBulkEdit />
}
