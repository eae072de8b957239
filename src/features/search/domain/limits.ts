/** Lines of synonyms: more than an association finds meanings for, few enough to be read at once. */
export const mostSynonymLines = 500
