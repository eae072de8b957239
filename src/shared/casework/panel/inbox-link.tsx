import type { ServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { mayReadCases } from '@/shared/casework/roles'
import { countWaiting, type WaitingCases } from '../server/desk/list-cases'
import { inboxPath } from './inbox-path'

/** First in the panel's menu, for those who see cases: how many wait for them, or for anybody. */
export async function InboxLink({ i18n, payload, user }: ServerProps) {
  if (user?.collection !== 'users' || !mayReadCases(user as User)) return null
  const locale = panelLocale(i18n)
  const waiting = await countWaiting(payload, user as User)
  // The number leads to where something of it is.
  const view = waiting && waiting.mine === 0 && waiting.nobodys > 0 ? 'unassigned' : 'mine'
  return (
    <a className="nav__link desk-nav-link" href={inboxPath(view)}>
      <span className="nav__link-label">{translator('desk', locale)('inbox.title')}</span>{' '}
      {waiting ? <Count waiting={waiting} locale={locale} /> : null}
    </a>
  )
}

function Count({ waiting: { mine, nobodys }, locale }: { waiting: WaitingCases; locale: 'ar' | 'en' }) {
  const t = translator('notices.count', locale)
  const words = t('both', { mine: t('mine', { count: mine }), nobody: t('nobody', { count: nobodys }) })
  return (
    <span title={words}>
      <bdi className="desk-count" aria-hidden="true">
        {mine + nobodys}
      </bdi>
      <span className="desk-hidden">{words}</span>
    </span>
  )
}
