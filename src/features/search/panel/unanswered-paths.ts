export const unansweredPath = '/admin/collections/unanswered-searches'

/** A new line of synonyms that begins with these words. */
export const newLinePath = (words: string): string =>
  `/admin/collections/search-synonyms/create?${new URLSearchParams({ words })}`
