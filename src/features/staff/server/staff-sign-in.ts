import type { CollectionConfig, Endpoint } from 'payload'
import { accountEndpoints } from './endpoints/accounts'
import { passwordEndpoints } from './endpoints/passwords'
import { secondFactorEndpoints } from './endpoints/second-factor'
import { signInEndpoints } from './endpoints/sign-in'
import { sessionStrategy } from './session-strategy'
import {
  applyAccountChange,
  checkNewPassword,
  forgetAccount,
  inviteWithoutPassword,
  requireCurrentPassword,
} from './user-hooks'

const closed = (): Response => new Response(null, { status: 403 })
const missing = (): Response => new Response(null, { status: 404 })

/** Payload's endpoints of sign-in that are closed, because they would bypass the second factor. */
const closedEndpoints: Endpoint[] = [
  { path: '/first-register', method: 'post', handler: closed },
  { path: '/unlock', method: 'post', handler: closed },
  // Addresses are not verified this way, and Payload's own endpoint would fail.
  { path: '/verify/:id', method: 'post', handler: missing },
]

/**
 * Adds sign-in to the staff collection. Payload's own is off (`disableLocalStrategy`): it writes the whole account,
 * signs in after a reset, lets anybody lock an account and has no second factor.
 */
export const withSignIn = (users: CollectionConfig<'users'>): CollectionConfig<'users'> => ({
  ...users,
  auth: {
    disableLocalStrategy: true,
    strategies: [sessionStrategy],
    useSessions: false,
    maxLoginAttempts: 0,
  },
  endpoints: [
    ...signInEndpoints,
    ...passwordEndpoints,
    ...secondFactorEndpoints,
    ...accountEndpoints,
    ...closedEndpoints,
  ],
  hooks: {
    ...users.hooks,
    beforeOperation: [requireCurrentPassword, ...(users.hooks?.beforeOperation ?? [])],
    beforeValidate: [checkNewPassword, ...(users.hooks?.beforeValidate ?? [])],
    beforeChange: [inviteWithoutPassword, ...(users.hooks?.beforeChange ?? [])],
    afterChange: [...(users.hooks?.afterChange ?? []), applyAccountChange],
    afterDelete: [...(users.hooks?.afterDelete ?? []), forgetAccount],
  },
})
