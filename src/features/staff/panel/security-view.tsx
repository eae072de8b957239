import type { AdminViewServerProps } from 'payload'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import { credentialsOf, hasSecondFactor } from '../server/credentials'
import { dutyOf, recoveryCodesLeft } from '../server/second-factor'
import { sessionIdOf } from '../server/session-strategy'
import { listSessions } from '../server/sessions'
import { formWords, nextStepWords, passwordWords } from './entrance-words'
import { dayText } from './moment-text'
import { OwnEmailForm } from './own-email-form'
import { OwnPasswordForm } from './own-password-form'
import { OwnSecondFactor } from './own-second-factor'
import { SessionList } from './session-list'
import { sessionRows, sessionWords } from './session-rows'
import { type StaffTranslator, staffTranslator } from './translator'
import './entrances.css'

const secondFactorWords = (t: StaffTranslator) => ({
  enrol: t('security.enrol'),
  move: t('security.move'),
  moveLead: t('security.moveLead'),
  renewCodes: t('security.renewCodes'),
  renewLead: t('security.renewLead'),
  remove: t('security.remove'),
  removeLead: t('security.removeLead'),
  cancel: t('security.cancel'),
})

/** `/admin/security`: everything about one's own way in. */
export async function SecurityView(view: AdminViewServerProps) {
  const user = signedIn(view, '/admin/security')
  const { req } = view.initPageResult
  const { payload } = req
  const locale = panelLocale(req.i18n)
  const t = staffTranslator(locale)
  const now = new Date()
  const [credentials, sessions, duty] = await Promise.all([
    credentialsOf(payload, user.id),
    listSessions(payload, user.id, now),
    dutyOf(payload, user, now),
  ])
  const isOn = hasSecondFactor(credentials)
  const since = credentials?.totpSince ? dayText(credentials.totpSince, locale) : ''
  const state = isOn
    ? `${t('security.factorOn', { date: since })} ${t('security.codesLeft', { count: recoveryCodesLeft(credentials) })}`
    : duty.kind === 'grace'
      ? t('security.factorGrace', { date: dayText(duty.until, locale) })
      : t('security.factorOff')
  const form = formWords(t)
  return (
    <PageFrame view={view} className="security">
      <h1>{t('security.title')}</h1>
      <section aria-labelledby="second-factor">
        <h2 id="second-factor">{t('security.factorTitle')}</h2>
        <p>{state}</p>
        <OwnSecondFactor
          isOn={isOn}
          mayRemove={duty.kind === 'free'}
          words={secondFactorWords(t)}
          next={nextStepWords(t)}
        />
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{t('security.sessionsTitle')}</h2>
        <p>{t('security.sessionsLead')}</p>
        <SessionList
          account={user.id}
          rows={sessionRows(sessions, { own: sessionIdOf(req), locale, t })}
          endAllLabel={t('security.endOthers')}
          words={sessionWords(t)}
          form={form}
        />
      </section>
      <section aria-labelledby="password">
        <h2 id="password">{t('security.passwordTitle')}</h2>
        <OwnPasswordForm
          words={{
            present: t('security.present'),
            submit: t('security.passwordSubmit'),
            note: t('security.passwordNote'),
            fields: passwordWords(t),
          }}
          form={form}
        />
      </section>
      <section aria-labelledby="email">
        <h2 id="email">{t('security.emailTitle')}</h2>
        <OwnEmailForm
          email={user.email}
          words={{
            now: t('security.emailNow'),
            label: t('security.emailLabel'),
            present: t('security.present'),
            submit: t('security.emailSubmit'),
            note: t('security.emailNote'),
          }}
          form={form}
        />
      </section>
    </PageFrame>
  )
}
