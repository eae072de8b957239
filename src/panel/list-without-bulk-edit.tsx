'use client'

import { DefaultListView } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'

/** A list whose documents are changed one by one: approving is no matter of ticking rows. */
export function ListWithoutBulkEdit(props: ListViewClientProps) {
  return <DefaultListView {...props} disableBulkEdit />
}
