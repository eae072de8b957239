import type { AdminViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { translator } from '@/i18n/translator'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import { credentialsOf, hasSecondFactor } from '../server/credentials'
import { dutyOf, recoveryCodesLeft } from '../server/second-factor'
import { sessionIdOf } from '../server/session-strategy'
import { listSessions } from '../server/sessions'
import { dayText } from './moment-text'
import { OwnEmailForm } from './own-email-form'
import { OwnPasswordForm } from './own-password-form'
import { OwnSecondFactor } from './own-second-factor'
import { SessionList } from './session-list'
import { sessionRows } from './session-rows'
import './sign-in.css'

/** `/admin/security`: password, e-mail, second factor and sessions of one's own account. */
export async function SecurityView(view: AdminViewServerProps) {
  const user = signedIn(view, '/admin/security')
  const { req } = view.initPageResult
  const { payload } = req
  const locale = panelLocale(req.i18n)
  const t = translator('staff.security', locale)
  const now = new Date()
  const [credentials, sessions, duty] = await Promise.all([
    credentialsOf(payload, user.id),
    listSessions(payload, user.id, now),
    dutyOf(payload, user, now),
  ])
  const isOn = hasSecondFactor(credentials)
  const since = credentials?.totpSince ? dayText(credentials.totpSince, locale) : ''
  const state = isOn
    ? `${t('factorOn', { date: since })} ${t('codesLeft', { count: recoveryCodesLeft(credentials) })}`
    : duty.kind === 'grace'
      ? t('factorGrace', { date: dayText(duty.until, locale) })
      : t('factorOff')
  return (
    <PageFrame view={view} className="security">
      <h1>{t('title')}</h1>
      <ClientMessages
        locale={locale}
        namespaces={[
          'staff.form',
          'staff.security',
          'staff.sessions',
          'staff.password',
          'staff.enrol',
          'staff.recovery',
        ]}
      >
        <section aria-labelledby="second-factor">
          <h2 id="second-factor">{t('factorTitle')}</h2>
          <p>{state}</p>
          <OwnSecondFactor isOn={isOn} mayRemove={duty.kind === 'free'} />
        </section>
        <section aria-labelledby="sessions">
          <h2 id="sessions">{translator('staff.sessions', locale)('title')}</h2>
          <p>{translator('staff.sessions', locale)('lead')}</p>
          <SessionList account={user.id} rows={sessionRows(sessions, { own: sessionIdOf(req), locale })} />
        </section>
        <section aria-labelledby="password">
          <h2 id="password">{t('passwordTitle')}</h2>
          <OwnPasswordForm />
        </section>
        <section aria-labelledby="email">
          <h2 id="email">{t('emailTitle')}</h2>
          <OwnEmailForm email={user.email} />
        </section>
      </ClientMessages>
    </PageFrame>
  )
}
