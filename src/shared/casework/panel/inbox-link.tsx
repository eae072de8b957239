import type { ServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { mayReadCases } from '@/shared/casework/roles'
import { countMine } from '../server/desk/list-cases'

/** First in the panel's menu, for those who see cases: how many are with them. */
export async function InboxLink({ i18n, payload, user }: ServerProps) {
  if (user?.collection !== 'users' || !mayReadCases(user as User)) return null
  const t = translator('desk', panelLocale(i18n))
  const count = await countMine(payload, user as User)
  return (
    <a className="nav__link desk-nav-link" href="/admin/inbox?view=mine">
      <span className="nav__link-label">{t('inbox.title')}</span> <bdi className="desk-count">{count}</bdi>
    </a>
  )
}
