import { MinimalTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { localize } from '@/platform/localize'
import { openPasswordLink } from '../server/password-links'
import { passwordLinkWords } from '../server/password-words'
import { PasswordForm } from './password-form'
import { RenewLinkForm } from './renew-link-form'
import { SignedOutFrame } from './signed-out-frame'

/** `/admin/password/<token>`: sets a password after an invitation or a reset. */
export async function PasswordView({ initPageResult, params }: AdminViewServerProps) {
  const { req } = initPageResult
  const locale = panelLocale(req.i18n)
  const t = translator('staff.password', locale)
  const token = String(params?.segments?.at(1) ?? '')
  const link = await openPasswordLink(req.payload, token, new Date())
  return (
    <MinimalTemplate>
      <ClientMessages
        locale={locale}
        namespaces={['staff.frame', 'staff.form', 'staff.password', 'staff.code', 'staff.enrol', 'staff.recovery']}
      >
        <SignedOutFrame locale={locale}>
          {link.status === 'ok' ? (
            <PasswordForm token={token} email={link.user.email} purpose={link.purpose} />
          ) : (
            <div>
              <h1>{t('errorTitle')}</h1>
              <p>{localize(req, passwordLinkWords[link.status])}</p>
              {link.status === 'expired' ? (
                <RenewLinkForm token={token} />
              ) : (
                <p className="auth-others">
                  <a href="/admin/forgot">{t('ask')}</a>
                  <a href="/admin/login">{t('signIn')}</a>
                </p>
              )}
            </div>
          )}
        </SignedOutFrame>
      </ClientMessages>
    </MinimalTemplate>
  )
}
