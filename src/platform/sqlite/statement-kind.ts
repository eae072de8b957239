export type StatementKind = 'read' | 'explain' | 'write' | 'other'

/**
 * What a statement does, by its first word. `WITH` may read or write: it goes with the writes. All
 * else (schema, PRAGMA, VACUUM) runs alone and outside of a transaction, as SQLite demands of some.
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
