import type { Question, QuestionKind } from './definition'

/** A question of a collection with `questionFields`, in one language. A draft may lack words. */
export interface QuestionRow {
  key?: string | null
  kind: QuestionKind
  text?: string | null
  help?: string | null
  isRequired?: boolean | null
  lowLabel?: string | null
  highLabel?: string | null
  hasNotApplicable?: boolean | null
  options?: readonly { key?: string | null; label?: string | null }[] | null
}

/** The row as the model knows it, with empty words where it has none; null before it has a key. */
export function questionOf(row: QuestionRow): Question | null {
  if (!row.key) return null
  const asked = {
    key: row.key,
    text: row.text ?? '',
    help: row.help || null,
    isRequired: row.isRequired === true,
  }
  switch (row.kind) {
    case 'scale':
      return {
        ...asked,
        kind: row.kind,
        lowLabel: row.lowLabel ?? '',
        highLabel: row.highLabel ?? '',
        hasNotApplicable: row.hasNotApplicable === true,
      }
    case 'single-choice':
    case 'multiple-choice': {
      const options = (row.options ?? []).flatMap(({ key, label }) => (key ? [{ key, label: label ?? '' }] : []))
      return { ...asked, kind: row.kind, options }
    }
    case 'short-text':
    case 'long-text':
      return { ...asked, kind: row.kind }
  }
}
