import { isStopWord } from '@/platform/search/stop-words'
import { wordsOf } from '@/platform/search/words'

/** The expressions of one meaning, as an editor types them. */

export const synonymLimits = { line: 1000, expressions: 40, letters: 60, words: 6 } as const

export type SynonymError =
  | { kind: 'tooFew' }
  | { kind: 'lineTooLong' }
  | { kind: 'tooMany' }
  | { kind: 'tooLong'; expression: string }
  | { kind: 'twice'; expression: string }
  | { kind: 'tooCommon'; expression: string }

export type SynonymLine = { status: 'ok'; expressions: string[] } | { status: 'invalid'; error: SynonymError }

/** A key that is the same for every spelling of an expression. */
export const expressionKey = (expression: string): string => plainWords(expression).join(' ')

const plainWords = (expression: string): string[] => wordsOf(expression).flatMap(({ normal }) => [...normal])

/** The expressions of a line, separated by any usual punctuation. */
export const expressionsIn = (line: string): string[] =>
  line
    .split(/[،,؛;|\n\r\t]+/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => plainWords(part).length > 0)

/** Parses a typed line. */
export function readSynonymLine(line: string): SynonymLine {
  if (line.length > synonymLimits.line) return { status: 'invalid', error: { kind: 'lineTooLong' } }
  const expressions = expressionsIn(line)
  const error = errorOf(expressions)
  return error ? { status: 'invalid', error } : { status: 'ok', expressions }
}

function errorOf(expressions: readonly string[]): SynonymError | null {
  const seen = new Set<string>()
  for (const expression of expressions) {
    const words = plainWords(expression)
    const isLong = expression.length > synonymLimits.letters || words.length > synonymLimits.words
    if (isLong) return { kind: 'tooLong', expression }
    const [word = ''] = words
    if (words.length === 1 && (word.length < 2 || isStopWord(word))) return { kind: 'tooCommon', expression }
    const key = words.join(' ')
    if (seen.has(key)) return { kind: 'twice', expression }
    seen.add(key)
  }
  if (expressions.length < 2) return { kind: 'tooFew' }
  return expressions.length > synonymLimits.expressions ? { kind: 'tooMany' } : null
}
