/** What somebody wants to know who asks how to reach the association. */
export const contactFacts = ['telephone', 'hours', 'address', 'email', 'social'] as const
export type ContactFact = (typeof contactFacts)[number]

/** Or all of it: "contact us". */
export const contactWishes = [...contactFacts, 'contact'] as const
export type ContactWish = (typeof contactWishes)[number]

/** One thing that the association has said of itself. */
export interface ContactEntry {
  key: string
  /** What it is of, where one fact has several: the channel whose hours they are. */
  label: string | null
  kind: 'telephone' | 'email' | 'account' | 'text'
  text: string
  /** Of an account. */
  url?: string
}

/** The answer to a question about reaching the association, made of nothing but what it has said. */
export interface ContactAnswer {
  known: readonly { fact: ContactFact; entries: readonly ContactEntry[] }[]
  /** Asked for by name, and not said yet. */
  unknown: readonly ContactFact[]
}
