/** The facts about reaching the association that a search can ask for. */
export const contactFacts = ['telephone', 'hours', 'address', 'email', 'social'] as const
export type ContactFact = (typeof contactFacts)[number]

/** `all` stands for "contact us". */
export const contactWishes = [...contactFacts, 'contact'] as const
export type ContactWish = (typeof contactWishes)[number]

/** One fact that the association has entered. */
export interface ContactEntry {
  key: string
  /** The subject, where a fact has several: the channel that the hours belong to. */
  label: string | null
  kind: 'telephone' | 'email' | 'account' | 'text'
  text: string
  /** The address of a social account. */
  url?: string
}

/** The answer to a search about reaching the association, from what it has entered. */
export interface ContactAnswer {
  known: readonly { fact: ContactFact; entries: readonly ContactEntry[] }[]
  /** Facts that were asked for and are not entered yet. */
  unknown: readonly ContactFact[]
}
