import { MinimalTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import { panelLocale } from '@/panel/panel-locale'
import { localize } from '@/platform/localize'
import { openPasswordLink } from '../server/password-links'
import { passwordLinkWords } from '../server/password-words'
import { EntranceFrame } from './entrance-frame'
import { formWords, nextStepWords, passwordWords } from './entrance-words'
import { PasswordForm } from './password-form'
import { RenewLinkForm } from './renew-link-form'
import { staffTranslator } from './translator'

/** `/admin/password/<token>`: where an invited person, or one who forgot it, chooses a password. */
export async function PasswordView({ initPageResult, params }: AdminViewServerProps) {
  const { req } = initPageResult
  const locale = panelLocale(req.i18n)
  const t = staffTranslator(locale)
  const token = String(params?.segments?.at(1) ?? '')
  const link = await openPasswordLink(req.payload, token, new Date())
  return (
    <MinimalTemplate>
      <EntranceFrame locale={locale}>
        {link.status === 'ok' ? (
          <PasswordForm
            token={token}
            email={link.user.email}
            purpose={link.purpose}
            words={passwordWords(t)}
            next={nextStepWords(t)}
          />
        ) : (
          <div>
            <h1>{t('password.faultTitle')}</h1>
            <p>{localize(req, passwordLinkWords[link.status])}</p>
            {link.status === 'expired' ? (
              <RenewLinkForm token={token} label={t('password.renew')} words={formWords(t)} />
            ) : (
              <p className="entrance-others">
                <a href="/admin/forgot">{t('password.ask')}</a>
                <a href="/admin/login">{t('password.signIn')}</a>
              </p>
            )}
          </div>
        )}
      </EntranceFrame>
    </MinimalTemplate>
  )
}
