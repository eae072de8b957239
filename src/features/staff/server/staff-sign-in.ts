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

/** Payload's ways in that this site has no use for: each would be one that knows no second factor. */
const closedEndpoints: Endpoint[] = [
  { path: '/first-register', method: 'post', handler: closed },
  { path: '/unlock', method: 'post', handler: closed },
  // Nobody is asked to verify an address, and Payload's own answer would be a failure.
  { path: '/verify/:id', method: 'post', handler: missing },
]

/**
 * The staff collection with its ways in. Payload's own are off (`disableLocalStrategy`): its sign-in
 * writes the whole account, signs in after a reset, locks an account at anybody's wish and knows no second step.
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
