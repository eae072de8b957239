/** The encryption contexts of sign-in: a token made for one purpose can't be used for another. */
export const credentialContexts = {
  totpSecret: 'staff-credentials.totpSecret',
  mailRecipient: 'staff-mails.recipient',
  /** Between the password and the second factor. */
  challenge: 'sign-in-challenge',
  /** A secret that was shown and is not confirmed yet. */
  enrolment: 'second-factor-enrolment',
  /** A device that the account has signed in from. */
  device: 'staff-device',
  /** The link in a mail that sets a password. */
  passwordLink: 'staff-password-link',
} as const
