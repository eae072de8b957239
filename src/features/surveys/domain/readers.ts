/** Who may read results: those who answer for quality. Never a single row with its month, service and channel. */
export const resultsReaders = ['administrator', 'approver', 'auditor', 'department-lead'] as const

/** Who may read the contact that a person left in order to hear from us. */
export const contactReaders = ['administrator', 'department-lead'] as const

/** Who may connect an invited response with its inquiry, for a reason that is kept. */
export const tracers = ['administrator'] as const
