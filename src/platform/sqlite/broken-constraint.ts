export type ConstraintKind = 'unique' | 'rowId' | 'reference' | 'required' | 'other'

const kinds: readonly [code: string, kind: ConstraintKind][] = [
  ['SQLITE_CONSTRAINT_UNIQUE', 'unique'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'rowId'],
  ['SQLITE_CONSTRAINT_ROWID', 'rowId'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'reference'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'required'],
  ['SQLITE_CONSTRAINT', 'other'],
]

/**
 * A statement that violated a constraint. It has its own class, because Payload would treat SQLite's error as a
 * unique field and name the first column of the index.
 */
export class BrokenConstraint extends Error {
  override readonly name = 'BrokenConstraint'
  readonly code = 'BROKEN_CONSTRAINT'

  private constructor(
    message: string,
    readonly kind: ConstraintKind,
    /** Empty for foreign keys, for which SQLite does not name the column. */
    readonly columns: readonly { table: string; column: string }[],
  ) {
    super(message)
  }

  /** @returns null for any other failure */
  static of(error: unknown): BrokenConstraint | null {
    if (!(error instanceof Error) || !('code' in error)) return null
    const kind = kinds.find(([code]) => String(error.code).startsWith(code))?.[1]
    if (!kind) return null
    // "UNIQUE constraint failed: editions.policy_id, editions.number"
    const [, named = ''] = /constraint failed: (.+)$/.exec(error.message) ?? []
    const columns = named.split(', ').flatMap((name) => {
      const [table, column] = name.split('.')
      return table && column ? [{ table, column }] : []
    })
    return new BrokenConstraint(error.message, kind, columns)
  }
}
