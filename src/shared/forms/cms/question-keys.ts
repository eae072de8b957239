import { randomToken } from '@/platform/crypto'

/** Codes for new rows; a row that was duplicated in the panel gets one of its own. */
function withKeys<Row extends { key?: string | null }>(rows: readonly Row[], prefix: string): Row[] {
  const taken = new Set<string>()
  return rows.map((row) => {
    const isFree = Boolean(row.key) && !taken.has(row.key ?? '')
    const key =
      isFree && row.key
        ? row.key
        : `${prefix}-${randomToken(6)
            .toLowerCase()
            .replace(/[^a-z0-9]/g, '0')}`
    taken.add(key)
    return { ...row, key }
  })
}

/** Every question and option has a key, to which answers refer. */
export const withQuestionKeys = <
  Row extends { key?: string | null; options?: { key?: string | null }[] | null | undefined },
>(
  questions: readonly Row[],
): Row[] =>
  withKeys(questions, 'q').map((question) =>
    question.options ? { ...question, options: withKeys(question.options, 'o') } : question,
  )
