/** What staff are told by mail about their account. */
export const staffMailKinds = [
  'invitation',
  'forgotten',
  'password-changed',
  'email-changed',
  'codes-guessed',
  'second-factor-enrolled',
  'second-factor-removed',
  'second-factor-reset',
] as const

export type StaffMailKind = (typeof staffMailKinds)[number]
