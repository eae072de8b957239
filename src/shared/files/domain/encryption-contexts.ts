/** What the envelopes of a private file are bound to, so that none can be moved to another. */
export const encryptionContexts = {
  name: 'attachment.name',
  bytes: 'attachment.bytes',
} as const
