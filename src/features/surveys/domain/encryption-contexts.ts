/** The encryption context of each column: an envelope of one can't be decrypted as another. */
export const encryptionContexts = {
  texts: 'survey-response.texts',
  contact: 'survey-response.contact',
  disclosureReason: 'survey-disclosure.reason',
} as const

/** A separate key for each kind of hash. */
export const hashLabels = {
  /** Derives an invitation's token, so that repeated mails and the tracking page have the same one. */
  token: 'survey-invitation.token',
  tokenHash: 'survey-invitation.token-hash',
  /** Links a response to its invitation for holders of the key, but not for readers of the database. */
  response: 'survey-response.invitation',
  /** Orders texts independently of their arrival. */
  order: 'survey-response.order',
} as const
