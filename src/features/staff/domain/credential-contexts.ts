/** What envelopes and sealed tokens of sign-in are bound to; one can't be used for another. */
export const credentialContexts = {
  totpSecret: 'staff-credentials.totpSecret',
  mailRecipient: 'staff-mails.recipient',
  /** Between the password and the second step. */
  challenge: 'sign-in-challenge',
  /** A secret that was shown and not confirmed yet. */
  enrolment: 'second-factor-enrolment',
  /** A device from which the account signed in before. */
  device: 'staff-device',
  /** The link in a mail with which a password is set. */
  passwordLink: 'staff-password-link',
} as const
