import type { Endpoint } from 'payload'
import { bodies } from '../../schema'
import { sessionCookie } from '../cookies'
import { sessionIdOf, sessionTokenIn } from '../session-strategy'
import { endSessions, extendSession, findSession } from '../sessions'
import { signIn, signInWithCode } from '../sign-in'
import { visitorOf } from '../visitor'
import {
  answer,
  answerSessionEnd,
  answerSignIn,
  bodyOf,
  isFromElsewhere,
  readableUser,
  refusals,
  refuse,
  signedInUser,
} from './answers'

const seconds = (moment: Date | string): number => Math.floor(new Date(moment).getTime() / 1000)

/** Replaces Payload's endpoints at the same paths, with the same answers. */
export const signInEndpoints: Endpoint[] = [
  {
    path: '/login',
    method: 'post',
    async handler(req) {
      if (isFromElsewhere(req)) return refuse(req, refusals.otherSite)
      const visitor = visitorOf(req.headers, new Date())
      const typed = await bodyOf(req, bodies.signIn)
      return answerSignIn(req, await signIn(req.payload, typed, visitor), visitor)
    },
  },
  {
    path: '/login/second-factor',
    method: 'post',
    async handler(req) {
      if (isFromElsewhere(req)) return refuse(req, refusals.otherSite)
      const visitor = visitorOf(req.headers, new Date())
      const typed = await bodyOf(req, bodies.secondStep)
      return answerSignIn(req, await signInWithCode(req.payload, typed, visitor), visitor)
    },
  },
  {
    path: '/logout',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      if (!user) return answerSessionEnd({ message: req.t('authentication:logoutSuccessful') })
      const isAll = req.searchParams.get('allSessions') === 'true'
      const own = sessionIdOf(req)
      await endSessions(req.payload, user.id, isAll || own === null ? { except: null } : { only: own })
      return answerSessionEnd({ message: req.t('authentication:logoutSuccessful') })
    },
  },
  {
    path: '/refresh-token',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      const token = sessionTokenIn(req.headers)
      const now = new Date()
      const session = user && token ? await findSession(req.payload, token, now) : null
      const expiresAt = session ? await extendSession(req.payload, session, now) : null
      if (!user || !token || !expiresAt) return refuse(req, refusals.signedOut)
      const body = {
        message: req.t('authentication:tokenRefreshSuccessful'),
        user: await readableUser(req, user),
        refreshedToken: token,
        exp: seconds(expiresAt),
        setCookie: true,
        strategy: 'session',
      }
      return answer(body, [sessionCookie(token, seconds(expiresAt) - seconds(now))])
    },
  },
  {
    path: '/me',
    method: 'get',
    async handler(req) {
      const user = signedInUser(req)
      const message = req.t('authentication:account')
      if (!user) return answer({ user: null, message })
      const token = sessionTokenIn(req.headers)
      const session = token ? await findSession(req.payload, token, new Date()) : null
      return answer({
        user: await readableUser(req, user),
        collection: 'users',
        strategy: 'session',
        ...(session && { token, exp: seconds(session.expiresAt) }),
        message,
      })
    },
  },
]
