import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole } from '@/platform/access'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { accountById } from '../accounts'
import { sendPasswordLink } from '../links-by-mail'
import { sessionIdOf } from '../session-strategy'
import { endSessions } from '../sessions'
import { visitorOf } from '../visitor'
import { answer, refusals, refuse, signedInUser } from './answers'

/** Ends one's own sessions, or as an administrator another person's. */
async function end(req: PayloadRequest, account: string, which: Parameters<typeof endSessions>[2]): Promise<Response> {
  const user = signedInUser(req)
  if (!user) return refuse(req, refusals.signedOut)
  const isOwn = account === user.id
  if (!isOwn && !hasRole(req.user, 'administrator')) return refuse(req, refusals.notAllowed)
  if (!isOwn && !(await accountById(req.payload, account))) return refuse(req, refusals.notFound)
  await endSessions(req.payload, account, which)
  const { now, device, clientAddress } = visitorOf(req.headers, new Date())
  await recordSecurityEvent(req.payload, {
    type: 'sessions-ended',
    at: now,
    account,
    actor: isOwn ? null : user.id,
    detail: 'only' in which ? 'one' : 'all',
    device,
    clientAddress,
  })
  return answer({ isEnded: true })
}

const param = (req: PayloadRequest, name: string): string => String(req.routeParams?.[name] ?? '')

/** Commands on accounts besides saving them. */
export const accountEndpoints: Endpoint[] = [
  {
    path: '/:id/sessions/end',
    method: 'post',
    handler: (req) => {
      const account = param(req, 'id')
      // One's own current session is kept; signing out ends it.
      return end(req, account, { except: signedInUser(req)?.id === account ? sessionIdOf(req) : null })
    },
  },
  {
    path: '/:id/sessions/:session/end',
    method: 'post',
    handler: (req) => end(req, param(req, 'id'), { only: param(req, 'session') }),
  },
  {
    path: '/:id/invite',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      if (!user) return refuse(req, refusals.signedOut)
      if (!hasRole(req.user, 'administrator')) return refuse(req, refusals.notAllowed)
      const outcome = await sendPasswordLink(req.payload, { account: param(req, 'id'), actor: user, now: new Date() })
      return outcome === 'notFound' ? refuse(req, refusals.notFound) : answer({ sent: outcome })
    },
  },
]
