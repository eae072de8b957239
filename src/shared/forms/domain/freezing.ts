/** A stored question; its texts are in one language or keyed by language. */
export interface AskedRow {
  key?: unknown
  kind?: unknown
  text?: unknown
  help?: unknown
  isRequired?: unknown
  lowLabel?: unknown
  highLabel?: unknown
  hasNotApplicable?: unknown
  options?: readonly { key?: unknown; label?: unknown }[] | null
}

/** Missing, null and empty all mean "not given". */
const said = (value: unknown) => (value === undefined || value === '' || value === false ? null : value)

const asked = (row: AskedRow) => [
  said(row.key),
  said(row.kind),
  said(row.text),
  said(row.help),
  said(row.isRequired),
  // Values of another kind of question don't count, even if they are still stored.
  row.kind === 'scale' ? [said(row.lowLabel), said(row.highLabel), said(row.hasNotApplicable)] : null,
  row.kind === 'single-choice' || row.kind === 'multiple-choice'
    ? (row.options ?? []).map((option) => [said(option.key), said(option.label)])
    : null,
]

/**
 * Whether two definitions ask the same: the same questions in the same order with the same words.
 * What was answered must go on being asked; a change is a new definition. What a question is tied to
 * besides, such as a clause, is not part of what it asks.
 */
export function asksTheSame(before: readonly AskedRow[], after: readonly AskedRow[]): boolean {
  return JSON.stringify(before.map(asked)) === JSON.stringify(after.map(asked))
}
