import type { DefaultServerCellComponentProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { accountById } from '../server/accounts'

/** In the log of accounts: whose id it is, as long as the account is there. */
export async function AccountCell({ cellData, i18n, payload }: DefaultServerCellComponentProps) {
  if (!cellData) return '—'
  const user = await accountById(payload, String(cellData))
  return user ? <bdi>{user.name}</bdi> : translator('staff.log', panelLocale(i18n))('gone')
}
