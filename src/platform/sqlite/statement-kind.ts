export type StatementKind = 'read' | 'explain' | 'write' | 'other'

/**
 * Classifies a statement by its first word. `WITH` may read or write and counts as a write. Others (schema, PRAGMA,
 * VACUUM) run alone and outside of a transaction, as SQLite requires for some.
 */
export function kindOf(sql: string): StatementKind {
  const [word = ''] = /[a-z]+/i.exec(sql) ?? []
  switch (word.toLowerCase()) {
    case 'select':
    case 'values':
      return 'read'
    case 'explain':
      return 'explain'
    case 'insert':
    case 'update':
    case 'delete':
    case 'replace':
    case 'with':
      return 'write'
    default:
      return 'other'
  }
}
