import type { Where } from 'payload'

/** What Payload hands to `beforeOperation`, as far as it is read here. */
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
