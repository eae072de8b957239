/** Names under which every stored form posts what it knows of itself, apart from what the person typed. */

/** Its own key: by it a form that is sent twice is one submission (src/platform/submission.ts). */
export const formKeyField = 'submissionKey'

/** Ids of the files that are kept from an earlier try and that it shows, parted by spaces. */
export const keptFilesField = 'kept'
