import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { User } from '@/payload-types'

/**
 * The staff member who opened one of our views; anybody else is redirected to sign-in and back. Payload leaves this
 * check to custom views.
 */
export function signedIn({ initPageResult }: Pick<AdminViewServerProps, 'initPageResult'>, path: string): User {
  const { user } = initPageResult.req
  if (user?.collection !== 'users') redirect(`/admin/login?redirect=${encodeURIComponent(path)}`)
  return user as User
}
