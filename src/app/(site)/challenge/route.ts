import { issueChallenge } from '@/shared/intake/proof-of-work'

export const dynamic = 'force-dynamic'

/** A fresh proof of work for a form's script. */
export async function GET(): Promise<Response> {
  return Response.json(await issueChallenge(new Date()), { headers: { 'Cache-Control': 'private, no-store' } })
}
