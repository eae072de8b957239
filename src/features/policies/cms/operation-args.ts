import type { Where } from 'payload'

/** The part of Payload's `beforeOperation` arguments that is used here. */
export interface OperationArgs {
  id?: string
  where?: Where
  data?: Record<string, unknown>
  duplicateFromID?: string
  draft?: boolean
}

/** The id of a related document, populated or not. */
export const idOf = (relation: unknown): string | null => {
  if (typeof relation === 'string') return relation
  return relation && typeof relation === 'object' && 'id' in relation ? String(relation.id) : null
}
