/** Roles that may read results, never a single row with its month, service and channel. */
export const resultsReaders = ['administrator', 'approver', 'auditor', 'department-lead'] as const

/** Roles that may read the contact that a person left for a reply. */
export const contactReaders = ['administrator', 'department-lead'] as const

/** Roles that may link an invited response with its inquiry, for a recorded reason. */
export const tracers = ['administrator'] as const
