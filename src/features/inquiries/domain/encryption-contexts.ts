/** What each encrypted column's envelope is bound to, so that none can be moved to another. */
export const encryptionContexts = {
  subject: 'inquiry.subject',
  message: 'inquiry.message',
  name: 'inquiry.name',
  phone: 'inquiry.phone',
  email: 'inquiry.email',
  eventText: 'inquiry-event.text',
} as const

/** The keys of what is hashed, each of its own. */
export const hashLabels = {
  phone: 'inquiry.phone-index',
  email: 'inquiry.email-index',
  code: 'inquiry.tracking-code-hash',
  content: 'inquiry.content',
  /** {@link keyedDigits} over the submission key gives the code itself. */
  trackingCode: 'tracking-code',
} as const
