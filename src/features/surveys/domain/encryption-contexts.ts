/** What each encrypted column's envelope is bound to, so that none can be moved to another. */
export const encryptionContexts = {
  texts: 'survey-response.texts',
  contact: 'survey-response.contact',
  disclosureReason: 'survey-disclosure.reason',
} as const

/** The keys of what is hashed, each of its own. */
export const hashLabels = {
  /** Derives an invitation's token, so that a mail sent again and the tracking page carry the same one. */
  token: 'survey-invitation.token',
  tokenHash: 'survey-invitation.token-hash',
  /** Ties an invitation's response to it for whoever has the key, and for nobody who only has the database. */
  response: 'survey-response.invitation',
  /** The order in which texts are listed: not that of their arrival. */
  order: 'survey-response.order',
} as const
