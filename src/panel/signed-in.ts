import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { User } from '@/payload-types'

/**
 * The member of staff who opened a view of ours. Payload leaves the access check of custom views to the
 * view itself: whoever isn't signed in is sent to sign in and back.
 */
export function signedIn({ initPageResult }: Pick<AdminViewServerProps, 'initPageResult'>, path: string): User {
  const { user } = initPageResult.req
  if (user?.collection !== 'users') redirect(`/admin/login?redirect=${encodeURIComponent(path)}`)
  return user as User
}
