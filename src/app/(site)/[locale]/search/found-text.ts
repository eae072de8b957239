import type { PublicKind, PublicText } from '@/features/search/domain/public-document'

/** A document in one language, before it is joined with its other one. */
export interface FoundText {
  kind: PublicKind
  path: `/${string}`
  text: PublicText
}

/** One running text of several, each ended by a stop. */
export const sentences = (parts: readonly (string | null | undefined)[]): string =>
  parts
    .map((part) => part?.trim() ?? '')
    .filter(Boolean)
    .map((part) => (/[.!?؟:…]$/u.test(part) ? part : `${part}.`))
    .join(' ')

/** All sentences under some messages, without their tags and arguments. */
export function wordsOfMessages(messages: unknown): string {
  if (typeof messages === 'string') return messages.replace(/<[^>]*>|\{[^{}]*\}|[{}]/g, ' ')
  if (typeof messages !== 'object' || messages === null) return ''
  return Object.values(messages).map(wordsOfMessages).join(' ')
}
