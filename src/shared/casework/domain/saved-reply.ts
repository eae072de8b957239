/** What a saved reply says of the case that it is used in: `{name}` in its text. */
export const replyPlaceholders = ['name', 'reference', 'service', 'association'] as const
export type ReplyPlaceholder = (typeof replyPlaceholders)[number]

/** What stands for each in one case; null where it has none. */
export type ReplyValues = Readonly<Record<ReplyPlaceholder, string | null>>

const placeholder = /\{([^{}\s]{1,40})\}/g

const isKnown = (name: string): name is ReplyPlaceholder => replyPlaceholders.some((known) => known === name)

/** The placeholders of a text that stand for nothing. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(placeholder)].flatMap(([, name = '']) => (isKnown(name) ? [] : name))),
]

/** The text for one case. What the case doesn't have is left out, with the blank before it. */
export const fillReply = (text: string, values: ReplyValues): string =>
  text
    .replace(/ ?\{([^{}\s]{1,40})\}/g, (whole, name: string) => {
      if (!isKnown(name)) return whole
      const value = values[name]
      return value === null ? '' : `${whole.startsWith(' ') ? ' ' : ''}${value}`
    })
    .trim()
