import type { ServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { credentialsOf, hasSecondFactor } from '../server/credentials'
import { dutyOf, recoveryCodesLeft } from '../server/second-factor'
import { dayText } from './moment-text'
import './sign-in.css'

const FEW_CODES = 3

/** Above every page: a second factor will soon be required, or few recovery codes are left. */
export async function SecondFactorNotice({ i18n, payload, user }: ServerProps) {
  if (user?.collection !== 'users') return null
  const locale = panelLocale(i18n)
  const t = translator('staff', locale)
  const credentials = await credentialsOf(payload, String(user.id))
  const left = recoveryCodesLeft(credentials)
  const duty = hasSecondFactor(credentials) ? null : await dutyOf(payload, user as User, new Date())
  const text =
    duty?.kind === 'grace'
      ? t('notice.grace', { date: dayText(duty.until, locale) })
      : hasSecondFactor(credentials) && left < FEW_CODES
        ? t('notice.codes', { count: left })
        : null
  if (!text) return null
  return (
    <aside className="security-notice" aria-label={t('security.factorTitle')}>
      {text} <a href="/admin/security">{t('notice.open')}</a>
    </aside>
  )
}
