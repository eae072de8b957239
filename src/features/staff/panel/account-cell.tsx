import type { DefaultServerCellComponentProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { accountById } from '../server/accounts'

/** In the security log: the name of an account, while it exists. */
export async function AccountCell({ cellData, i18n, payload }: DefaultServerCellComponentProps) {
  if (!cellData) return '—'
  const user = await accountById(payload, String(cellData))
  return user ? <bdi>{user.name}</bdi> : translator('staff.log', panelLocale(i18n))('gone')
}
