/** The highest number of lines of synonyms, which are all read at once. */
export const mostSynonymLines = 500
