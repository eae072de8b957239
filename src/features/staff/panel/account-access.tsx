import type { UIFieldServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { type Translator, translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { env } from '@/platform/env'
import { INVITATION_HOURS } from '../schema'
import { accountById } from '../server/accounts'
import { credentialsOf, hasSecondFactor } from '../server/credentials'
import { dutyOf } from '../server/second-factor'
import { sessionIdOf } from '../server/session-strategy'
import { listSessions } from '../server/sessions'
import { isLastMailFailed } from '../server/staff-mails'
import { AccountActions } from './account-actions'
import { dayText, momentText } from './moment-text'
import { SessionList } from './session-list'
import { sessionRows } from './session-rows'
import './sign-in.css'

type Locale = 'ar' | 'en'

const HOUR_MS = 3_600_000

function invitationText({ invitedAt }: User, now: Date, locale: Locale, t: Translator<'staff'>): string | null {
  if (!invitedAt) return null
  const until = new Date(Date.parse(invitedAt) + INVITATION_HOURS * HOUR_MS)
  const date = momentText(invitedAt, locale)
  return until < now ? t('access.expired', { date }) : t('access.pending', { date, until: momentText(until, locale) })
}

/** On a staff member's page, for administrators: invitation, second factor and sessions. */
export async function AccountAccess({ id, req, user: viewer }: UIFieldServerProps) {
  const locale = panelLocale(req.i18n)
  const t = translator('staff', locale)
  if (!viewer || !id) return null
  if (String(viewer.id) === String(id)) {
    return (
      <p className="account-access">
        <a href="/admin/security">{t('access.own')}</a>
      </p>
    )
  }
  const account = hasRole(viewer, 'administrator') ? await accountById(req.payload, String(id)) : null
  if (!account) return null
  const now = new Date()
  const [credentials, sessions, duty, isMailFailed] = await Promise.all([
    credentialsOf(req.payload, account.id),
    listSessions(req.payload, account.id, now),
    dutyOf(req.payload, account, now),
    isLastMailFailed(req.payload, account.id),
  ])
  const invitation = invitationText(account, now, locale, t)
  const isOn = hasSecondFactor(credentials)
  const since = credentials?.totpSince ? dayText(credentials.totpSince, locale) : ''
  const factor = isOn
    ? t('access.factorOn', { date: since })
    : duty.kind === 'grace'
      ? t('access.factorDue', { date: dayText(duty.until, locale) })
      : t('access.factorOff')
  return (
    <ClientMessages locale={locale} namespaces={['staff.form', 'staff.access', 'staff.sessions']}>
      <section className="account-access" aria-labelledby="account-access">
        <h2 id="account-access">{t('access.title')}</h2>
        {invitation ? <p>{invitation}</p> : null}
        {isMailFailed ? <p className="auth-error">{t('access.mailFailed')}</p> : null}
        {env().SMTP_URL ? null : <p className="auth-hint">{t('access.noMailServer')}</p>}
        <p>{factor}</p>
        <AccountActions account={account.id} hasSecondFactor={isOn} isInvited={invitation !== null} />
        <h3>{t('sessions.list')}</h3>
        <SessionList account={account.id} rows={sessionRows(sessions, { own: sessionIdOf(req), locale })} />
      </section>
    </ClientMessages>
  )
}
