import type { ServerProps } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { countInbox } from '../server/work/inbox'
import { deskTranslator, panelLocale } from './translator'

/** First in the panel's menu, for those who see cases: how many wait for them. */
export async function InboxLink({ i18n, payload, user }: ServerProps) {
  if (!hasRole(user, 'administrator', 'case-officer', 'department-lead', 'auditor')) return null
  const t = deskTranslator(panelLocale(i18n))
  const counts = await countInbox({ payload, user: user as User, now: new Date() })
  return (
    <a className="nav__link desk-nav-link" href="/admin/inbox">
      <span className="nav__link-label">{t('inbox.title')}</span>{' '}
      <bdi className="desk-count">{counts.mine + counts.unassigned}</bdi>
    </a>
  )
}
