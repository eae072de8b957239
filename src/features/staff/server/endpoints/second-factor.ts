import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole } from '@/platform/access'
import type { LocalizedText } from '@/platform/localize'
import { qrPath } from '@/platform/qr-code'
import { bodies, reasonLimits } from '../../schema'
import {
  type Asking,
  confirmEnrolment,
  removeOwnSecondFactor,
  renewOwnRecoveryCodes,
  resetSecondFactor,
  startEnrolment,
} from '../own-second-factor'
import { sessionIdOf } from '../session-strategy'
import { visitorOf } from '../visitor'
import { answer, answerSignIn, bodyOf, isFromElsewhere, refusals, refuse, signedInUser } from './answers'

const words = {
  required: {
    ar: 'صلاحيتكم تتطلب التحقق بخطوتين، فلا يُوقف. يمكن نقله إلى هاتف آخر.',
    en: 'Your role needs a second factor, so it stays on. It can be moved to another telephone.',
  },
  own: {
    ar: 'إعادة الضبط لحساب غيركم. لحسابكم: «الدخول والأمان».',
    en: 'A reset is for somebody else’s account. For your own, use "Sign-in and security".',
  },
  none: { ar: 'لم يُفعَّل التحقق بخطوتين لهذا الحساب.', en: 'This account has no second factor.' },
  reasonMissing: {
    ar: `يُكتب السبب في ${reasonLimits.least} أحرف أو أكثر: من طلب، وكيف تحققنا من هويته.`,
    en: `Give the reason in ${reasonLimits.least} characters or more: who asked, and how you made sure who it was.`,
  },
  reasonTooLong: {
    ar: `السبب ${reasonLimits.most} حرف على الأكثر.`,
    en: `The reason takes ${reasonLimits.most} characters at most.`,
  },
} as const satisfies Record<string, LocalizedText>

/** During sign-in the challenge identifies the account, afterwards the session. */
function askingOf(req: PayloadRequest, challenge: string): Asking | null {
  if (challenge) return isFromElsewhere(req) ? null : { by: 'challenge', challenge }
  const user = signedInUser(req)
  return user && { by: 'session', user, session: sessionIdOf(req) }
}

export const secondFactorEndpoints: Endpoint[] = [
  {
    path: '/second-factor/start',
    method: 'post',
    async handler(req) {
      const typed = await bodyOf(req, bodies.startEnrolment)
      const asking = askingOf(req, typed.challenge)
      if (!asking) return refuse(req, refusals.signedOut)
      const result = await startEnrolment(req.payload, asking, typed, visitorOf(req.headers, new Date()))
      if (result.status !== 'ok') return refuse(req, refusals[result.status])
      const { secret, uri, enrolment } = result
      return answer({ secret, uri, enrolment, qr: qrPath(uri) })
    },
  },
  {
    path: '/second-factor/confirm',
    method: 'post',
    async handler(req) {
      const typed = await bodyOf(req, bodies.confirmEnrolment)
      const asking = askingOf(req, typed.challenge)
      if (!asking) return refuse(req, refusals.signedOut)
      const visitor = visitorOf(req.headers, new Date())
      const result = await confirmEnrolment(req.payload, asking, typed, visitor)
      if (result.status !== 'ok') return refuse(req, refusals[result.status])
      const { recoveryCodes, signedIn } = result
      return signedIn ? answerSignIn(req, signedIn, visitor, { recoveryCodes }) : answer({ recoveryCodes })
    },
  },
  {
    path: '/second-factor/remove',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      if (!user) return refuse(req, refusals.signedOut)
      const typed = await bodyOf(req, bodies.ownSecondFactor)
      const { status } = await removeOwnSecondFactor(req.payload, user, typed, visitorOf(req.headers, new Date()))
      if (status === 'ok') return answer({ isRemoved: true })
      if (status === 'required') return refuse(req, { status: 409, code: 'required', words: words.required })
      return refuse(req, refusals[status])
    },
  },
  {
    path: '/second-factor/recovery-codes',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      if (!user) return refuse(req, refusals.signedOut)
      const typed = await bodyOf(req, bodies.ownSecondFactor)
      const result = await renewOwnRecoveryCodes(req.payload, user, typed, visitorOf(req.headers, new Date()))
      return result.status === 'ok'
        ? answer({ recoveryCodes: result.recoveryCodes })
        : refuse(req, refusals[result.status])
    },
  },
  {
    path: '/:id/second-factor/reset',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      if (!user) return refuse(req, refusals.signedOut)
      if (!hasRole(req.user, 'administrator')) return refuse(req, refusals.notAllowed)
      const { reason } = await bodyOf(req, bodies.reset)
      const asked = { account: String(req.routeParams?.id), actor: user.id, reason }
      const { status } = await resetSecondFactor(req.payload, asked, visitorOf(req.headers, new Date()))
      if (status === 'ok') return answer({ isReset: true })
      if (status === 'notFound') return refuse(req, refusals.notFound)
      const isAboutReason = status === 'reasonMissing' || status === 'reasonTooLong'
      return refuse(req, {
        status: isAboutReason ? 400 : 409,
        code: status,
        words: words[status],
        ...(isAboutReason && { field: 'reason' }),
      })
    },
  },
]
