/** Names under which every stored form posts what it knows of itself, apart from what the person typed. */

/** Its own key: by it a form that is sent twice is one submission (src/shared/intake/submission.ts). */
export const formKeyField = 'submissionKey'

/** Ids of the files that are kept from an earlier try and that it shows, parted by spaces. */
export const keptFilesField = 'kept'

/** Why a form came back, and the status of the answer that says so. */
export const statusOfReturnedForm = {
  invalid: 422,
  nothing: 422,
  again: 422,
  unknown: 422,
  tooMany: 429,
  closed: 409,
  expired: 409,
  unavailable: 503,
} as const

/** Fields that forms post by themselves; the person typed none of them. */
export const ownFields: readonly string[] = [
  formKeyField,
  keptFilesField,
  'keptPhone',
  'locale',
  'proof',
  'removeAttachment',
  'replyToken',
  'survey',
  'token',
  'website',
]

/**
 * The third argument of `useActionState`: the form posts to the address it stands at. With it React
 * knows a posted form by this address instead of by its place among the components, so that its state
 * also reaches a page that has changed meanwhile.
 */
export const thisPage = ''
