/** What the envelopes of a column are bound to, so that none can be moved to another. Stored data depends on it. */
export const encryptionContexts = {
  eventText: 'inquiry-event.text',
} as const

/** The keys of what is hashed, each of its own. */
export const hashLabels = {
  phone: 'inquiry.phone-index',
  email: 'inquiry.email-index',
  code: 'inquiry.tracking-code-hash',
  content: 'inquiry.content',
  /** {@link keyedSymbols} over the submission key gives the code itself. */
  shortTrackingCode: 'tracking-code.short',
  /** The same for the twenty digits of earlier cases. */
  trackingCode: 'tracking-code',
} as const
