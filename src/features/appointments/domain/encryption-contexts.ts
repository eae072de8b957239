/** What the envelopes of a column are bound to, so that none can be moved to another. Stored data depends on it. */
export const encryptionContexts = {
  name: 'appointment.name',
  phone: 'appointment.phone',
  email: 'appointment.email',
  about: 'appointment.about',
  reason: 'appointment.reason',
} as const

/** The keys of what is hashed, each of its own. */
export const hashLabels = {
  contact: 'appointment.contact-index',
  content: 'appointment.content',
} as const
