import { type Endpoint, ValidationError } from 'payload'
import { readEmail } from '@/platform/email-address'
import { type LocalizedText, localize } from '@/platform/localize'
import { asSystem } from '@/platform/system-payload'
import { bodies } from '../../schema'
import { accountEmail } from '../accounts'
import { renewPasswordLink, requestPasswordLink } from '../links-by-mail'
import { type OpenedLink, openPasswordLink } from '../password-links'
import { passwordErrors, passwordLinkWords } from '../password-words'
import { changePassword, checkCurrentPassword, setPasswordByLink } from '../passwords'
import { sessionIdOf } from '../session-strategy'
import { visitorOf } from '../visitor'
import { answer, answerSignIn, bodyOf, isFromElsewhere, refusals, refuse, signedInUser } from './answers'

const words = {
  asked: {
    ar: 'إن كان لهذا البريد حساب فستصله رسالة فيها رابط، خلال دقيقة. وقد تقع في مجلد البريد غير المرغوب.',
    en: 'If this address has an account, a mail with a link arrives within a minute. It may land in the spam folder.',
  },
  addressMissing: { ar: 'يُكتب بريد إلكتروني كامل.', en: 'Please give a complete e-mail address.' },
  passwordSet: { ar: 'حُفظت كلمة المرور.', en: 'The password is saved.' },
  emailChanged: { ar: 'تغيّر البريد. أبلغنا العنوانين.', en: 'The e-mail is changed. Both addresses are told.' },
  conflict: {
    ar: 'غُيّرت كلمة المرور في الوقت نفسه من مكان آخر. تلزم المحاولة مجددًا.',
    en: 'The password was changed elsewhere at the same time. Please try again.',
  },
} as const satisfies Record<string, LocalizedText>

const linkError = (status: Exclude<OpenedLink['status'], 'ok'>) =>
  ({ status: 403, code: `link-${status}`, words: passwordLinkWords[status] }) as const

/** The first field error of a refused save. */
const fieldError = (error: ValidationError): string | null => error.data.errors[0]?.message ?? null

export const passwordEndpoints: Endpoint[] = [
  {
    path: '/forgot-password',
    method: 'post',
    async handler(req) {
      if (isFromElsewhere(req)) return refuse(req, refusals.otherSite)
      const { email } = await bodyOf(req, bodies.forgotten)
      if (readEmail(email).status !== 'ok') {
        return refuse(req, { status: 400, code: 'email-invalid', words: words.addressMissing, field: 'email' })
      }
      const outcome = await requestPasswordLink(req.payload, email, visitorOf(req.headers, new Date()))
      return outcome === 'ok' ? answer({ message: localize(req, words.asked) }) : refuse(req, refusals.tooMany)
    },
  },
  {
    path: '/password-link',
    method: 'post',
    async handler(req) {
      const { token } = await bodyOf(req, bodies.link)
      const link = await openPasswordLink(req.payload, token, new Date())
      if (link.status !== 'ok') return refuse(req, linkError(link.status))
      return answer({ purpose: link.purpose, email: link.user.email })
    },
  },
  {
    path: '/password-link/renew',
    method: 'post',
    async handler(req) {
      if (isFromElsewhere(req)) return refuse(req, refusals.otherSite)
      const { token } = await bodyOf(req, bodies.link)
      const outcome = await renewPasswordLink(req.payload, token, visitorOf(req.headers, new Date()))
      if (outcome === 'tooMany') return refuse(req, refusals.tooMany)
      return outcome === 'ok' ? answer({ message: localize(req, words.asked) }) : refuse(req, linkError('unknown'))
    },
  },
  {
    path: '/reset-password',
    method: 'post',
    async handler(req) {
      if (isFromElsewhere(req)) return refuse(req, refusals.otherSite)
      const visitor = visitorOf(req.headers, new Date())
      const typed = await bodyOf(req, bodies.newPassword)
      const result = await setPasswordByLink(req.payload, typed, visitor)
      if (result.status === 'invalid') {
        const { error } = result
        return refuse(req, { status: 400, code: `password-${error}`, words: passwordErrors[error], field: 'password' })
      }
      if (result.status !== 'set') return refuse(req, linkError(result.status))
      return answerSignIn(req, result.next, visitor, { isPasswordSet: true })
    },
  },
  {
    path: '/change-password',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      if (!user) return refuse(req, refusals.signedOut)
      const typed = await bodyOf(req, bodies.changePassword)
      const change = { user, ...typed, session: sessionIdOf(req) }
      const result = await changePassword(req.payload, change, visitorOf(req.headers, new Date()))
      switch (result.status) {
        case 'ok':
          return answer({ message: localize(req, words.passwordSet) })
        case 'invalid': {
          const { error } = result
          return refuse(req, {
            status: 400,
            code: `password-${error}`,
            words: passwordErrors[error],
            field: 'password',
          })
        }
        case 'conflict':
          return refuse(req, { status: 409, code: 'conflict', words: words.conflict })
        default:
          return refuse(req, refusals[result.status])
      }
    },
  },
  {
    path: '/change-email',
    method: 'post',
    async handler(req) {
      const user = signedInUser(req)
      if (!user) return refuse(req, refusals.signedOut)
      const { email, currentPassword } = await bodyOf(req, bodies.changeEmail)
      const present = await checkCurrentPassword(req.payload, user, currentPassword, visitorOf(req.headers, new Date()))
      if (present.status === 'tooMany') return refuse(req, refusals.tooMany)
      if (present.status === 'wrong') return refuse(req, refusals.wrongPresent)
      try {
        await req.payload.update({
          collection: 'users',
          id: user.id,
          data: { email: accountEmail(email) },
          depth: 0,
          ...asSystem('sign-in'),
          disableTransaction: false,
          req,
        })
        return answer({ message: localize(req, words.emailChanged) })
      } catch (error) {
        if (!(error instanceof ValidationError)) throw error
        const told = fieldError(error) ?? localize(req, words.addressMissing)
        return refuse(req, { status: 400, code: 'email-invalid', words: { ar: told, en: told }, field: 'email' })
      }
    },
  },
]
