import type { ServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { mayReadCases } from '@/shared/casework/roles'
import { countDay } from '../server/day-list'

/** In the panel's menu, for those who see cases: how many are still to come today. */
export async function DayLink({ i18n, payload, user }: ServerProps) {
  if (user?.collection !== 'users' || !mayReadCases(user as User)) return null
  const t = translator('appointments', panelLocale(i18n))
  const count = await countDay(payload, user as User, new Date())
  return (
    <a className="nav__link desk-nav-link" href="/admin/appointments">
      <span className="nav__link-label">{t('desk.title')}</span> <bdi className="desk-count">{count}</bdi>
    </a>
  )
}
