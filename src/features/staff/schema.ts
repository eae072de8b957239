import { z } from 'zod'

/** The default: roles that can change everything, and roles whose approval can't be undone. */
export const defaultSecondFactorRoles = ['administrator', 'approver'] as const
export const defaultGraceDays = 14

export const mailLanguages = ['ar', 'en'] as const

export const HOUR_SECONDS = 3600
/** A session ends after this long without use. */
export const SESSION_IDLE_SECONDS = 8 * HOUR_SECONDS
/** A session ends after this long in any case, so that everybody signs in once a day. */
export const SESSION_LONGEST_SECONDS = 24 * HOUR_SECONDS
export const RESET_LINK_HOURS = 1
export const INVITATION_HOURS = 72

export const reasonLimits = { least: 10, most: 500 } as const

/** Longer than any address (RFC 5321, 4.5.3.1.3) and any password that the rule takes. */
const email = z.string().max(320).default('')
const password = z.string().max(1000).default('')
const code = z.string().max(100).default('')
/** A token sealed by this server. */
const token = z.string().max(4000).default('')

/** What the sign-in endpoints read of a request's body; other fields are ignored. */
export const bodies = {
  signIn: z.object({ email, password, code: code.optional() }),
  secondStep: z.object({ challenge: token, code }),
  forgotten: z.object({ email }),
  link: z.object({ token }),
  newPassword: z.object({ token, password }),
  changePassword: z.object({ currentPassword: password, password }),
  changeEmail: z.object({ currentPassword: password, email }),
  startEnrolment: z.object({ challenge: token, currentPassword: password, code }),
  confirmEnrolment: z.object({ challenge: token, enrolment: token, code }),
  ownSecondFactor: z.object({ currentPassword: password, code }),
  reset: z.object({ reason: z.string().max(5000).default('') }),
} as const
