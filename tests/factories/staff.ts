import type { Payload } from 'payload'
import { findAccount } from '@/features/staff/server/accounts'
import { startSession } from '@/features/staff/server/sessions'

/** A session of somebody who has an account. @returns its token, for `Authorization: Bearer …` */
export async function sessionOf(payload: Payload, email: string): Promise<string> {
  const user = await findAccount(payload, email)
  if (!user) throw new Error(`There is no account of ${email}.`)
  const visitor = { clientAddress: '192.0.2.1', device: null, cookies: new Map<string, string>(), now: new Date() }
  return (await startSession(payload, user.id, visitor)).token
}
