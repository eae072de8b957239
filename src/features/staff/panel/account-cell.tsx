import type { DefaultServerCellComponentProps } from 'payload'
import { panelLocale } from '@/panel/panel-locale'
import { accountById } from '../server/accounts'
import { staffTranslator } from './translator'

/** In the log of accounts: whose id it is, as long as the account is there. */
export async function AccountCell({ cellData, i18n, payload }: DefaultServerCellComponentProps) {
  if (!cellData) return '—'
  const user = await accountById(payload, String(cellData))
  return user ? <bdi>{user.name}</bdi> : staffTranslator(panelLocale(i18n))('log.gone')
}
